namespace SupportCopilot.Models.Routing;

/// <summary>Which models do what, and what they may cost (section <c>SupportCopilot:ModelGate</c>).</summary>
public sealed class ModelGateOptions
{
    /// <summary>The least able tier for a task, by the task's name, such as <c>reply</c>; what is left out keeps its own.</summary>
    public Dictionary<string, ModelTier> Tiers { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
