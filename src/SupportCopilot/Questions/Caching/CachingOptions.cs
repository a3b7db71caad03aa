using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Questions.Caching;

/// <summary>What questions keep in memory (section <c>SupportCopilot:Questions</c>).</summary>
public sealed class CachingOptions
{
    /// <summary>At most so many answers are kept for whoever asks the same of the same data; 0 for none.</summary>
    [Range(0, 100_000)]
    public int Answers { get; set; } = 2_000;

    /// <summary>At most so many megabytes of tickets' columns are kept; a million tickets take about 70. Beyond it they are read from the file. 0 for none.</summary>
    [Range(0, 1_000_000)]
    public int ColumnsMegabytes { get; set; } = 500;
}
