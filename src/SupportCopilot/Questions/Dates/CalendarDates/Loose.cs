using NodaTime;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.CalendarDates;

/// <summary>
/// A date by the calendar that may lack its year, or its month: «9 May», «Q4», «week 12», «the 3rd», «Friday». What lacks is
/// taken from the other end of a range, else from the past: the latest that has begun.
/// </summary>
internal sealed record Loose(Unit Unit, double Surely)
{
    private const int Cycles = 9;   // 29 February comes back after eight years at the latest

    public double Preference { get; init; } = 1;

    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>Which quarter, half or week of the year.</summary>
    public int? Nth { get; init; }

    public IsoDayOfWeek? Weekday { get; init; }

    public bool Fiscal { get; init; }

    /// <summary>Whether the month stood before the day in a date that could be read either way; null where it could not.</summary>
    public bool? MonthFirst { get; init; }

    /// <summary>Whether the month stood before the day in a date in digits, be it settled by them or not; null of other dates, and of such as 5/5.</summary>
    public bool? WrittenMonthFirst { get; init; }

    /// <summary>A number that is a day only beside another date: the 3 of «3 to 9 May».</summary>
    public bool IsBareNumber { get; init; }

    /// <summary>The latest that begins on a day or before it; null where there is none.</summary>
    public Span? LatestBy(Calendar calendar, LocalDate day)
    {
        for (var cycle = 1; cycle >= -Cycles; cycle--)
            if (Occurrence(calendar, day, cycle) is { } span && span.First <= day) return span;
        return null;
    }

    /// <summary>The earliest that begins on a day or after it.</summary>
    public Span? EarliestFrom(Calendar calendar, LocalDate day)
    {
        for (var cycle = -1; cycle <= Cycles; cycle++)
            if (Occurrence(calendar, day, cycle) is { } span && span.First >= day) return span;
        return null;
    }

    /// <summary>The date in the year (month, week) so many after that of a day; null where there is no such date.</summary>
    public Span? Occurrence(Calendar calendar, LocalDate around, int cycle) => this switch
    {
        { Unit: Unit.Day, Month: null, Day: { } day } => InMonth(calendar.StartOf(Unit.Month, around).PlusMonths(cycle), day),
        { Unit: Unit.Day, Month: null, Weekday: { } weekday } => OfDay(calendar.InWeek(calendar.StartOfWeek(around).PlusWeeks(cycle), weekday)),
        { Year: { } year } => InYear(calendar, year),
        _ => InYear(calendar, calendar.YearOf(around, Fiscal) + cycle),
    };

    private Span? InMonth(LocalDate month, int day)
    {
        if (day > CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)) return null;
        var date = new LocalDate(month.Year, month.Month, day);
        return Weekday is { } weekday && date.DayOfWeek != weekday ? null : OfDay(date);
    }

    private Span? InYear(Calendar calendar, int year) => Unit switch
    {
        Unit.Day when Day > CalendarSystem.Iso.GetDaysInMonth(year, Month!.Value) => null,
        Unit.Day => OfDay(new LocalDate(year, Month!.Value, Day!.Value)),
        Unit.Week => calendar.WeekOf(year, Nth!.Value) is { } week
            ? new Span(week, week.PlusDays(6), DateReadingKind.Week, $"week {Nth} of {year}", Surely) { Preference = Preference } : null,
        Unit.Month => Of(new LocalDate(year, Month!.Value, 1), 1, DateReadingKind.Month, DayText.Month(year, Month.Value)),
        Unit.Quarter => Of(calendar.StartOfYear(year, Fiscal).PlusMonths(3 * (Nth!.Value - 1)), 3, DateReadingKind.Quarter, $"{Name("Q")} {year}"),
        Unit.Half => Of(calendar.StartOfYear(year, Fiscal).PlusMonths(6 * (Nth!.Value - 1)), 6, DateReadingKind.Half, $"{Name("H")} {year}"),
        Unit.Year => Of(calendar.StartOfYear(year, Fiscal), 12, DateReadingKind.Year, Fiscal ? $"fiscal year {year}" : $"{year}"),
        _ => throw new InvalidOperationException($"A date by the calendar is no {Unit}."),
    };

    private string Name(string letter) => Fiscal ? $"fiscal {letter}{Nth}" : $"{letter}{Nth}";

    private Span Of(LocalDate first, int months, DateReadingKind kind, string label) =>
        new(first, first.PlusMonths(months).PlusDays(-1), kind, label, Surely) { Preference = Preference };

    // A weekday that does not fall on its date is a slip of one or the other: still read, but no longer surely.
    private Span OfDay(LocalDate date) =>
        Span.Day(date, DayText.Day(date), Surely).Preferred(Weekday is { } weekday && date.DayOfWeek != weekday ? Preference * .6 : Preference);
}
