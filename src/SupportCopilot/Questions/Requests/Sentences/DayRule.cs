namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>Which days something comes on, as the last three fields of a cron line.</summary>
/// <param name="OfMonth">Days of the month; null where nothing was said of them.</param>
/// <param name="Months">Months; null for all.</param>
/// <param name="OfWeek">Days of the week; null where nothing was said of them.</param>
internal sealed record DayRule(string? OfMonth, string? Months, string? OfWeek)
{
    /// <summary>every, week, month or quarter: what was said without a day of it; null where the day was said.</summary>
    public string? Step { get; init; }

    /// <summary>The time that the words suggest: of «every evening»; minutes after midnight.</summary>
    public int? UsualMinute { get; init; }

    /// <summary>The three fields: a week without a day comes on Monday, a month or quarter on its first day.</summary>
    public string Cron => $"{OfMonth ?? (Step is "month" or "quarter" && OfWeek is null ? "1" : "*")} {Months ?? (Step is "quarter" ? "1,4,7,10" : "*")} {OfWeek ?? (Step is "week" && OfMonth is null ? "1" : "*")}";

    /// <summary>What both say together; null where they say different things.</summary>
    public DayRule? With(DayRule other)
    {
        if (Step is "week" && other is { Step: null, OfWeek: not null, OfMonth: null }) return other;
        if (Step is "month" && other.Step is null && (other.OfMonth is not null || other.OfWeek?.Contains('#', StringComparison.Ordinal) is true || other.OfWeek?.Contains('L', StringComparison.Ordinal) is true)) return other;
        if (Step is "quarter" && other is { Step: null, OfMonth: not null, OfWeek: null }) return other with { Months = "1,4,7,10" };
        return Step is null && other.Step is "week" or "month" or "quarter" ? other.With(this) : null;
    }
}
