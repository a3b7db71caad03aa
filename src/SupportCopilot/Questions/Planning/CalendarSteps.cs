using System.Globalization;
using NodaTime;
using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Planning;

/// <summary>Moments and days of an asker's calendar, and how far they are from each other by the wall clock.</summary>
internal sealed class CalendarSteps(DateContext dates)
{
    public DateContext Dates => dates;

    public LocalDate Today => dates.Today;

    public DateTime Now => dates.AsOf.ToDateTimeUtc();

    public Instant StartOf(LocalDate day) => dates.Zone.AtStartOfDay(day).ToInstant();

    public LocalDate LocalOf(DateTime instant) => Instant.FromDateTimeUtc(instant).InZone(dates.Zone).Date;

    public LocalDate LastDayBefore(DateTime end) => LocalOf(end.AddTicks(-1));

    /// <summary>The same wall-clock time one unit earlier.</summary>
    public DateTime Back(DateTime instant, DateReadingKind unit)
    {
        var local = Instant.FromDateTimeUtc(instant).InZone(dates.Zone).LocalDateTime;
        var earlier = unit switch
        {
            DateReadingKind.Week => local.PlusWeeks(-1),
            DateReadingKind.Month => local.PlusMonths(-1),
            DateReadingKind.Quarter => local.PlusMonths(-3),
            DateReadingKind.Half => local.PlusMonths(-6),
            DateReadingKind.Year => local.PlusYears(-1),
            _ => local.PlusDays(-1),
        };
        return dates.Zone.AtLeniently(earlier).ToDateTimeUtc();
    }

    /// <summary>The beginning of as many days right before.</summary>
    public DateTime Before(DateTime start, DateTime from, DateTime to)
    {
        var days = Period.DaysBetween(LocalOf(from), LastDayBefore(to)) + 1;
        var local = Instant.FromDateTimeUtc(start).InZone(dates.Zone).LocalDateTime;
        return to - from < TimeSpan.FromHours(23) ? start - (to - from) : dates.Zone.AtLeniently(local.PlusDays(-days)).ToDateTimeUtc();
    }

    /// <summary>As far into another period, by the wall clock, as now is into this one.</summary>
    public DateTime Elapsed(DateTime otherStart, DateTime start, DateTime now)
    {
        var elapsed = Period.Between(Instant.FromDateTimeUtc(start).InZone(dates.Zone).LocalDateTime, Instant.FromDateTimeUtc(now).InZone(dates.Zone).LocalDateTime, PeriodUnits.Days | PeriodUnits.AllTimeUnits);
        return dates.Zone.AtLeniently(Instant.FromDateTimeUtc(otherStart).InZone(dates.Zone).LocalDateTime.Plus(elapsed)).ToDateTimeUtc();
    }

    /// <summary>Of «month to date» the month; other beginnings are no unit of the calendar.</summary>
    public static DateReadingKind UnitToDate(DateReading reading) => reading.Label switch
    {
        var label when label.EndsWith("week to date", StringComparison.Ordinal) => DateReadingKind.Week,
        var label when label.EndsWith("month to date", StringComparison.Ordinal) => DateReadingKind.Month,
        var label when label.EndsWith("quarter to date", StringComparison.Ordinal) => DateReadingKind.Quarter,
        var label when label.EndsWith("year to date", StringComparison.Ordinal) => DateReadingKind.Year,
        _ => DateReadingKind.Range,
    };

    /// <summary>How far «same time last month» goes back; null for «the day before».</summary>
    public DateReadingKind? UnitBack(DateReading with) =>
        with.Label == "the day before" ? null
        : with.FirstDay == Today.PlusWeeks(-1) ? DateReadingKind.Week
        : with.FirstDay == Today.PlusMonths(-1) ? DateReadingKind.Month
        : with.FirstDay == Today.PlusMonths(-3) ? DateReadingKind.Quarter
        : with.FirstDay == Today.PlusYears(-1) ? DateReadingKind.Year : null;

    public bool IsYearBack(DateReading with) => Period.DaysBetween(with.FirstDay, Today) > 300 && with.Kind is not DateReadingKind.Year || with.Kind is DateReadingKind.Year;

    // The 31st of a month is as far as a shorter one goes.
    public static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    public static DateReadingKind UnitOf(string grain) => grain switch
    {
        "day" => DateReadingKind.Day,
        "week" => DateReadingKind.Week,
        "month" => DateReadingKind.Month,
        "quarter" => DateReadingKind.Quarter,
        _ => DateReadingKind.Year,
    };

    public DateTime Forward(DateTime instant, DateReadingKind unit)
    {
        var local = Instant.FromDateTimeUtc(instant).InZone(dates.Zone).LocalDateTime;
        return dates.Zone.AtLeniently(unit switch
        {
            DateReadingKind.Week => local.PlusWeeks(1),
            DateReadingKind.Month => local.PlusMonths(1),
            DateReadingKind.Quarter => local.PlusMonths(3),
            DateReadingKind.Year => local.PlusYears(1),
            _ => local.PlusDays(1),
        }).ToDateTimeUtc();
    }

    public static string DaysOf(LocalDate? first, LocalDate last, bool single = false)
    {
        var end = last.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        if (single) return end;
        return first is { } start ? $"{start.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} – {end}" : $"until {end}";
    }
}
