using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Planning;

/// <summary>The period of a reading, and the one it is compared with.</summary>
internal sealed record ChosenPeriod
{
    public DateTime? From { get; init; }

    public DateTime? To { get; init; }

    public string? Days { get; init; }

    public string? Label { get; init; }

    public bool IsPartial { get; init; }

    public string? Compare { get; init; }

    public PlanPeriod? Before { get; init; }

    /// <summary>Whether one day was named.</summary>
    public bool IsOneDay { get; init; }

    /// <summary>Days of the week, where not all count.</summary>
    public PlanFilter? Weekdays { get; init; }

    public bool CountsHolidays { get; init; }

    /// <summary>The step of «month over month» within a longer period: each is compared with the one before it.</summary>
    public string? EachStep { get; init; }

    /// <summary>The periods that were named side by side, where they are not all of it; none otherwise.</summary>
    public IReadOnlyList<DateReading> Parts { get; init; } = [];

    /// <summary>The steps that what was named makes of itself: «in April and May», «is it growing since January».</summary>
    public string? Step { get; init; }

    /// <summary>What this reading of the days costs more than another would.</summary>
    public double Cost { get; init; }
}
