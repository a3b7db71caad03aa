namespace SupportCopilot.Replies.Summaries;

/// <summary>A ticket in a few lines, for the agent.</summary>
/// <param name="Problem">What the customer is after, in one or two of their own sentences; null when silent.</param>
/// <param name="Done">What was done: first what the customer tried («Tried by the customer:»), then what the desk did, oldest first, in its own sentences. Lines from internal notes begin with «Internal note:».</param>
/// <param name="OpenQuestions">Questions that nobody has answered yet; the desk's own begin with «Asked of the customer:».</param>
/// <param name="NextStep">What to do now; null when silent.</param>
/// <param name="Source">Which way made it: <c>extractive</c> or <c>model</c>.</param>
/// <param name="SilentBecause">Why there is no summary; null when there is one.</param>
public sealed record Summary(
    string? Problem, IReadOnlyList<string> Done, IReadOnlyList<string> OpenQuestions, string? NextStep, string Source, string? SilentBecause)
{
    /// <summary>No summary, and why.</summary>
    public static Summary Silent(string because) => new(null, [], [], null, Extractive, because);

    /// <summary>The way without a model: sentences of the thread itself.</summary>
    public const string Extractive = "extractive";

    /// <summary>The way with a model: its words, held against the thread.</summary>
    public const string Modelled = "model";
}
