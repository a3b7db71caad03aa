namespace SupportCopilot.Replies.Templates;

/// <summary>A macro as its desk tells it.</summary>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Title">What agents know it by.</param>
/// <param name="Text">The public answer that it writes, as plain text.</param>
public sealed record Macro(string ExternalId, string Title, string Text)
{
    /// <summary>What it is for, where that is said.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the desk offers it.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether only some agents may use it.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>The ids at the desk of the groups that may.</summary>
    public IReadOnlyList<string> ForGroups { get; init; } = [];

    /// <summary>The ids at the desk of the agents who may.</summary>
    public IReadOnlyList<string> ForAgents { get; init; } = [];

    /// <summary>What it changes besides.</summary>
    public IReadOnlyList<TemplateEffect> Effects { get; init; } = [];

    /// <summary>When the desk last changed it (UTC), where known.</summary>
    public DateTime? UpdatedAt { get; init; }
}
