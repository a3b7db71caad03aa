using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Questions.Caching;

/// <summary>How many answers are kept (section <c>SupportCopilot:Questions</c>).</summary>
public sealed class CachingOptions
{
    /// <summary>At most so many answers are kept for whoever asks the same of the same data; 0 for none.</summary>
    [Range(0, 100_000)]
    public int Answers { get; set; } = 2_000;
}
