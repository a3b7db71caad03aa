using NodaTime;
using NodaTime.Calendars;

namespace SupportCopilot.Questions.Dates.Grammar;

/// <summary>Where weeks, months, quarters and years begin and end, by the customs of the asker.</summary>
internal sealed class Calendar(DateContext context)
{
    // Weeks that begin on Monday are numbered by ISO 8601; others as is usual where they begin so: the week of 1 January is the first.
    private readonly IWeekYearRule weekYears = context.FirstDayOfWeek == IsoDayOfWeek.Monday
        ? WeekYearRules.Iso : WeekYearRules.ForMinDaysInFirstWeek(1, context.FirstDayOfWeek);

    public LocalDate Today => context.Today;

    /// <summary>Whether fiscal years differ from those of the calendar.</summary>
    public bool HasFiscalYears => context.FiscalYearStartMonth != 1;

    public LocalDate StartOf(Unit unit, LocalDate day, bool fiscal = false) => unit switch
    {
        Unit.Day => day,
        Unit.Week or Unit.Fortnight => StartOfWeek(day),
        Unit.Month => new LocalDate(day.Year, day.Month, 1),
        Unit.Quarter => StartOfMonths(day, 3, fiscal),
        Unit.Half => StartOfMonths(day, 6, fiscal),
        Unit.Year => StartOfMonths(day, 12, fiscal),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Only days and longer have a first day."),
    };

    public LocalDate EndOf(Unit unit, LocalDate day, bool fiscal = false) => Plus(StartOf(unit, day, fiscal), unit, 1).PlusDays(-1);

    /// <summary>The day so many units later; short months end early.</summary>
    public static LocalDate Plus(LocalDate day, Unit unit, int count) => unit switch
    {
        Unit.Day => day.PlusDays(count),
        Unit.Week => day.PlusWeeks(count),
        Unit.Fortnight => day.PlusWeeks(2 * count),
        Unit.Month => day.PlusMonths(count),
        Unit.Quarter => day.PlusMonths(3 * count),
        Unit.Half => day.PlusMonths(6 * count),
        Unit.Year => day.PlusYears(count),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Only days and longer can be added to a day."),
    };

    /// <summary>The first day of a year; a fiscal one begins in the calendar year before unless it begins in January.</summary>
    public LocalDate StartOfYear(int year, bool fiscal) =>
        fiscal && HasFiscalYears ? new LocalDate(year - 1, context.FiscalYearStartMonth, 1) : new LocalDate(year, 1, 1);

    /// <summary>The year that a day is in, by its name.</summary>
    public int YearOf(LocalDate day, bool fiscal) =>
        fiscal && HasFiscalYears && day.Month >= context.FiscalYearStartMonth ? day.Year + 1 : day.Year;

    public LocalDate StartOfWeek(LocalDate day) => day.PlusDays(-(((int)day.DayOfWeek - (int)context.FirstDayOfWeek + 7) % 7));

    /// <summary>The week of a year by its number; null where the year has fewer.</summary>
    public LocalDate? WeekOf(int year, int week) =>
        week >= 1 && week <= weekYears.GetWeeksInWeekYear(year) ? weekYears.GetLocalDate(year, week, context.FirstDayOfWeek) : null;

    public int WeekYearOf(LocalDate day) => weekYears.GetWeekYear(day);

    /// <summary>The first of the weeks that have most of their days in a period.</summary>
    public LocalDate FirstWeekIn(LocalDate first) => StartOfWeek(first.PlusDays(3));

    /// <summary>The first day of the last week that has most of its days in a period.</summary>
    public LocalDate LastWeekIn(LocalDate last) => StartOfWeek(last.PlusDays(-3));

    /// <summary>The latest such day of the week, not after a day.</summary>
    public static LocalDate LatestNotAfter(LocalDate day, IsoDayOfWeek weekday) => day.PlusDays(-(((int)day.DayOfWeek - (int)weekday + 7) % 7));

    public LocalDate InWeek(LocalDate startOfWeek, IsoDayOfWeek weekday) =>
        startOfWeek.PlusDays(((int)weekday - (int)context.FirstDayOfWeek + 7) % 7);

    private LocalDate StartOfMonths(LocalDate day, int months, bool fiscal)
    {
        var shift = fiscal ? context.FiscalYearStartMonth - 1 : 0;
        var shifted = day.PlusMonths(-shift);
        return new LocalDate(shifted.Year, (shifted.Month - 1) / months * months + 1, 1).PlusMonths(shift);
    }
}
