using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>The plan before with some of a follow-up done to it, or the reason why that cannot be.</summary>
/// <param name="Plan">The plan so far.</param>
/// <param name="Cost">How far-fetched it is.</param>
internal sealed record Merged(Plan Plan, double Cost)
{
    /// <summary>Why it cannot be done; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>The period as it was said.</summary>
    public string? Period { get; init; }

    /// <summary>Whether the period is not over yet.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether working days are meant.</summary>
    public bool CountsHolidays { get; init; }

    /// <summary>Whether steps of quarters and years are those of the fiscal year.</summary>
    public bool IsFiscal { get; init; }

    /// <summary>Whether the mean over the groups or steps is asked for.</summary>
    public bool WantsMean { get; init; }

    public static Merged Not(Plan plan, string problem) => new(plan, 0) { Problem = problem };
}
