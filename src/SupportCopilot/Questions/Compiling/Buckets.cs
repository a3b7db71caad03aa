using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Compiling;

/// <summary>The hours, days, weeks, months, quarters or years of a trend, as the asker's zone counts them.</summary>
internal sealed class Buckets
{
    /// <summary>More than a chart or a reader can take.</summary>
    public const int Most = 1000;

    private readonly StepCalendar _calendar;
    private readonly List<Bucket> _all;

    private Buckets(string grain, StepCalendar calendar, List<Bucket> all)
    {
        _calendar = calendar;
        Grain = grain;
        _all = all;
    }

    public string Grain { get; }

    public IReadOnlyList<Bucket> All => _all;

    /// <summary>The buckets of a plan that touch a period, by the calendar it says.</summary>
    /// <returns>Null where there would be more than <see cref="Most"/>.</returns>
    public static Buckets? Of(Plan plan, Instant from, Instant to) => Of(plan.Grain!, DateTimeZoneProviders.Tzdb[plan.TimeZone], from, to, StepCalendar.Of(plan));

    /// <summary>The same by a calendar of its own; without one weeks begin on Monday and years in January.</summary>
    public static Buckets? Of(string grain, DateTimeZone zone, Instant from, Instant to, StepCalendar? by = null)
    {
        var calendar = by ?? StepCalendar.Usual;
        var all = new List<Bucket>();
        for (var start = FirstOf(grain, zone, from, calendar); start < to; start = all[^1].End)
        {
            if (all.Count == Most) return null;
            var end = NextAfter(grain, zone, start);
            all.Add(new Bucket(KeyOf(grain, zone, start, all.Count, calendar), start, end, LabelOf(grain, zone, start, calendar)));
        }

        return new Buckets(grain, calendar, all);
    }

    /// <summary>The key of the bucket that a column's instant falls into.</summary>
    public string Key(string column, LocalTime local, SqlValues values)
    {
        switch (Grain)
        {
            case "hour": return local.Hour(column);
            case "day": return local.Day(column);
            case "week": return local.Week(column, _calendar.DaysBeforeEpoch);
        }

        // Months and longer are few: the latest is asked for first, because most tickets are recent.
        var cases = _all.Skip(1).Reverse().Select(bucket => $"WHEN {column} >= {values.Add(UtcMilliseconds.ToMilliseconds(bucket.Start.ToDateTimeUtc()))} THEN {bucket.Key.ToString(CultureInfo.InvariantCulture)}");
        return _all.Count > 1 ? $"CASE {string.Join(' ', cases)} ELSE 0 END" : "0";
    }

    private static Instant FirstOf(string grain, DateTimeZone zone, Instant instant, StepCalendar calendar)
    {
        var local = instant.InZone(zone);
        if (grain == "hour") return instant - Duration.FromMilliseconds(((instant.ToUnixTimeMilliseconds() + local.Offset.Milliseconds) % 3_600_000 + 3_600_000) % 3_600_000);
        return zone.AtStartOfDay(calendar.FirstDayOf(grain, local.Date)).ToInstant();
    }

    private static Instant NextAfter(string grain, DateTimeZone zone, Instant start)
    {
        if (grain == "hour") return FirstOf("hour", zone, start + Duration.FromMinutes(60), StepCalendar.Usual);
        var day = start.InZone(zone).Date;
        return zone.AtStartOfDay(grain switch
        {
            "day" => day.PlusDays(1),
            "week" => day.PlusWeeks(1),
            "month" => day.PlusMonths(1),
            "quarter" => day.PlusMonths(3),
            _ => day.PlusYears(1),
        }).ToInstant();
    }

    // What LocalTime computes in SQL, computed here; longer buckets are numbered.
    private static long KeyOf(string grain, DateTimeZone zone, Instant start, int index, StepCalendar calendar)
    {
        var days = (long)Period.DaysBetween(new LocalDate(1970, 1, 1), start.InZone(zone).Date);
        return grain switch
        {
            "hour" => (start.ToUnixTimeMilliseconds() + start.InZone(zone).Offset.Milliseconds % 3_600_000) / 3_600_000,
            "day" => days,
            "week" => (long)Math.Floor((days + calendar.DaysBeforeEpoch) / 7.0),
            _ => index,
        };
    }

    private static string LabelOf(string grain, DateTimeZone zone, Instant start, StepCalendar calendar)
    {
        var at = start.InZone(zone);
        return grain switch
        {
            "hour" => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<m>").Format(at.ToOffsetDateTime()),
            "month" => at.Date.ToString("uuuu-MM", CultureInfo.InvariantCulture),
            "quarter" => calendar.Quarter(at.Date),
            "year" => calendar.Year(at.Date),
            _ => at.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>One step of a trend.</summary>
/// <param name="Key">What the statement gives for it.</param>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The first instant after it.</param>
/// <param name="Label">2026-03-09 for days and weeks (their first day), 2026-03, 2026-Q1, 2026, fiscal ones FY2026-Q1, FY2026; hours with their offset.</param>
internal sealed record Bucket(long Key, Instant Start, Instant End, string Label);
