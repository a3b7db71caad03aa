using NodaTime;

namespace SupportCopilot.Questions.Dates;

/// <summary>
/// One way to read some words as days. Where words have several ways they all come, the likeliest with the highest score;
/// two of the same words within 0.1 of each other are as good as equal and want asking.
/// </summary>
/// <param name="Start">The first word of it.</param>
/// <param name="Length">How many words it takes.</param>
/// <param name="FirstDay">The first day counted in; <see cref="LocalDate.MinIsoValue"/> where there is none («before March»).</param>
/// <param name="LastDay">The last day counted in.</param>
/// <param name="Label">What it means, in words that another reading of the same words does not have.</param>
/// <param name="Kind">What sort of period it is.</param>
/// <param name="Score">
/// How likely the words mean days at all, and these days: 0.9 and more for what has one meaning, 0.7 for the second meaning
/// of such words, below 0.5 for words that are as likely a name or a number («May», «Sun», «2025») and want support by
/// the rest of the question.
/// </param>
internal sealed record DateReading(
    int Start, int Length, LocalDate FirstDay, LocalDate LastDay, string Label, DateReadingKind Kind, double Score)
{
    /// <summary>The first instant counted in, where it is not the first of its day.</summary>
    public Instant? From { get; init; }

    /// <summary>The first instant no longer counted in, where it is not the end of the last day.</summary>
    public Instant? To { get; init; }

    /// <summary>Which of the days count; null for all of them.</summary>
    public DayFilter? Days { get; init; }

    /// <summary>Whether the period has begun and is not over: «this week», a week that lacks days yet.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether it begins after the day of asking: nothing can have been counted yet.</summary>
    public bool IsFuture { get; init; }

    /// <summary>
    /// Whether the words lean on another period of the question («the month before», «same week last year»); the days given
    /// are those they mean where there is no other.
    /// </summary>
    public bool IsBackReference { get; init; }

    /// <summary>«the month», with no word that says which: this one, or one that was named elsewhere in the question.</summary>
    public bool IsBareUnit { get; init; }

    /// <summary>Of «the same 30 days last year» how many there have to be, 0 where no number is said; null of other words.</summary>
    public int? SameDays { get; init; }

    /// <summary>Whether all of the past before <see cref="LastDay"/> is meant.</summary>
    public bool HasNoBeginning => FirstDay == LocalDate.MinIsoValue;

    /// <summary>The instants, the first counted in (null for all of the past) and the first no longer counted in; right across clock changes.</summary>
    public (Instant? From, Instant To) Bounds(DateTimeZone zone) => (
        From ?? (HasNoBeginning ? null : zone.AtStartOfDay(FirstDay).ToInstant()),
        To ?? zone.AtStartOfDay(LastDay.PlusDays(1)).ToInstant());
}

/// <summary>What sort of period was read.</summary>
internal enum DateReadingKind
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>A calendar week, or days of one.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A quarter, of the calendar or the fiscal year.</summary>
    Quarter,

    /// <summary>Half a year.</summary>
    Half,

    /// <summary>A year, of the calendar or fiscal.</summary>
    Year,

    /// <summary>So many days, weeks or months up to now.</summary>
    Rolling,

    /// <summary>From a beginning to today: year to date.</summary>
    ToDate,

    /// <summary>Two ends were named.</summary>
    Range,

    /// <summary>One end was named: since, before, after, until.</summary>
    OneEnded,

    /// <summary>Part of a day, or hours up to now.</summary>
    Hours,

    /// <summary>A time of one day, at which something is open and nothing is counted: <see cref="DateReading.To"/>.</summary>
    Moment,

    /// <summary>All of the past.</summary>
    AllTime,

    /// <summary>No period at all, only days of the week; <see cref="DateReading.Days"/> names them.</summary>
    DaysOfWeek,
}

/// <summary>Which days of a period count.</summary>
/// <param name="DaysOfWeek">The days of the week that do.</param>
/// <param name="WantsHolidayCalendar">Whether public holidays would have to be left out («working days»): with no calendar of them this cannot be answered exactly.</param>
internal sealed record DayFilter(IReadOnlyList<IsoDayOfWeek> DaysOfWeek, bool WantsHolidayCalendar = false);
