namespace SupportCopilot.Replies.AutoAnswers;

/// <summary>The operator's own switch, above every tenant's.</summary>
public sealed class AutoAnswerOptions
{
    /// <summary>Whether tenants may let tickets be answered by themselves; false stops all of them at the next start.</summary>
    public bool Enabled { get; set; } = true;
}
