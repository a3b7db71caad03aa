namespace SupportCopilot.Questions.Compiling;

/// <summary>The part of a plan's tickets that an answer shows, where it leaves groups or steps out: the list behind the figure is of these.</summary>
/// <param name="Groups">The groups shown; null for all.</param>
/// <param name="Steps">The steps shown, each from an instant to another, in stored milliseconds; null for all.</param>
internal sealed record Restriction(IReadOnlyList<GroupKey>? Groups, IReadOnlyList<StepSpan>? Steps)
{
    /// <summary>The very tickets, newest first, where they were chosen by what is said in them; null for all.</summary>
    public IReadOnlyList<long>? Tickets { get; init; }
}
