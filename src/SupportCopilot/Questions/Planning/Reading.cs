using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Vocabulary;

namespace SupportCopilot.Questions.Planning;

/// <summary>One way to read a question, as a plan that can be run.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Cost">How far-fetched it is; the cheapest is the likeliest.</param>
internal sealed record Reading(Plan Plan, double Cost)
{
    /// <summary>The period as it was said: «last week».</summary>
    public string? Period { get; init; }

    /// <summary>Whether the period is not over yet.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether each step is compared with the whole one before it, even where it is not over itself.</summary>
    public bool ComparesWholeSteps { get; init; }

    /// <summary>Whether the mean over the groups or steps is asked for: «tickets per day on average».</summary>
    public bool WantsMean { get; init; }

    /// <summary>Whether working days are meant, of which public holidays would be none.</summary>
    public bool CountsHolidays { get; init; }

    /// <summary>Whether it was asked how many groups there are: «how many agents solved more than 10 tickets».</summary>
    public bool CountsGroups { get; init; }

    /// <summary>The plan that a follow-up changed into this one; null for a whole question.</summary>
    public Plan? Follows { get; init; }
}

/// <summary>What an assembly gave: readings, or the reason why these parts make none.</summary>
internal sealed record Assembly(IReadOnlyList<Reading> Readings, string? Problem)
{
    public static Assembly Not(string problem) => new([], problem);

    /// <summary>Whether nothing else is to be taken for what was said, though dearer readings of it make plans.</summary>
    public bool IsFinal { get; init; }
}

/// <summary>What plans are made for.</summary>
/// <param name="Dates">Now, the zone, and the customs of the calendar.</param>
/// <param name="IsNow">Whether now is really now, and not a moment that the asker fixed.</param>
internal sealed record PlanContext(DateContext Dates, bool IsNow)
{
    /// <summary>The tenant's own words.</summary>
    public TenantWords Words { get; init; } = TenantWords.None;
}
