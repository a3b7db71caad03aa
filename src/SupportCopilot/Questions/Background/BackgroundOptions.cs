using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Questions.Background;

/// <summary>When questions go on in the background (section <c>SupportCopilot:Questions</c>).</summary>
public sealed class BackgroundOptions
{
    /// <summary>Work that takes longer than so many seconds goes on in the background; 0 sends all why-questions and quotes there.</summary>
    [Range(0, 60)]
    public double BackgroundAfterSeconds { get; set; } = 2;

    /// <summary>Questions that one person may have in the background at a time.</summary>
    [Range(1, 100)]
    public int InBackgroundPerPerson { get; set; } = 5;
}
