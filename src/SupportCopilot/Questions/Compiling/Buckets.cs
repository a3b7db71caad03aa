using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Compiling;

/// <summary>The hours, days, weeks, months, quarters or years of a trend, as the asker's zone counts them.</summary>
internal sealed class Buckets
{
    /// <summary>More than a chart or a reader can take.</summary>
    public const int Most = 1000;

    private readonly DateTimeZone _zone;
    private readonly List<Bucket> _all;

    private Buckets(string grain, DateTimeZone zone, List<Bucket> all)
    {
        Grain = grain;
        _zone = zone;
        _all = all;
    }

    public string Grain { get; }

    public IReadOnlyList<Bucket> All => _all;

    /// <summary>The buckets that touch a period.</summary>
    /// <returns>Null where there would be more than <see cref="Most"/>.</returns>
    public static Buckets? Of(string grain, DateTimeZone zone, Instant from, Instant to)
    {
        var all = new List<Bucket>();
        for (var start = FirstOf(grain, zone, from); start < to; start = all[^1].End)
        {
            if (all.Count == Most) return null;
            var end = NextAfter(grain, zone, start);
            all.Add(new Bucket(KeyOf(grain, zone, start, all.Count), start, end, LabelOf(grain, zone, start)));
        }

        return new Buckets(grain, zone, all);
    }

    /// <summary>The key of the bucket that a column's instant falls into.</summary>
    public string Key(string column, LocalTime local, SqlValues values)
    {
        switch (Grain)
        {
            case "hour": return local.Hour(column);
            case "day": return local.Day(column);
            case "week": return local.Week(column);
        }

        // Months and longer are few: the latest is asked for first, because most tickets are recent.
        var cases = _all.Skip(1).Reverse().Select(bucket => $"WHEN {column} >= {values.Add(UtcMilliseconds.ToMilliseconds(bucket.Start.ToDateTimeUtc()))} THEN {bucket.Key.ToString(CultureInfo.InvariantCulture)}");
        return _all.Count > 1 ? $"CASE {string.Join(' ', cases)} ELSE 0 END" : "0";
    }

    private static Instant FirstOf(string grain, DateTimeZone zone, Instant instant)
    {
        var local = instant.InZone(zone);
        if (grain == "hour") return instant - Duration.FromMilliseconds(((instant.ToUnixTimeMilliseconds() + local.Offset.Milliseconds) % 3_600_000 + 3_600_000) % 3_600_000);
        return zone.AtStartOfDay(FirstDayOf(grain, local.Date)).ToInstant();
    }

    private static LocalDate FirstDayOf(string grain, LocalDate day) => grain switch
    {
        "week" => day.PlusDays(1 - (int)day.DayOfWeek),
        "month" => new LocalDate(day.Year, day.Month, 1),
        "quarter" => new LocalDate(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        "year" => new LocalDate(day.Year, 1, 1),
        _ => day,
    };

    private static Instant NextAfter(string grain, DateTimeZone zone, Instant start)
    {
        if (grain == "hour") return FirstOf("hour", zone, start + Duration.FromMinutes(60));
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
    private static long KeyOf(string grain, DateTimeZone zone, Instant start, int index)
    {
        var days = (long)Period.DaysBetween(new LocalDate(1970, 1, 1), start.InZone(zone).Date);
        return grain switch
        {
            "hour" => (start.ToUnixTimeMilliseconds() + start.InZone(zone).Offset.Milliseconds % 3_600_000) / 3_600_000,
            "day" => days,
            "week" => (long)Math.Floor((days + 3) / 7.0),
            _ => index,
        };
    }

    private static string LabelOf(string grain, DateTimeZone zone, Instant start)
    {
        var at = start.InZone(zone);
        return grain switch
        {
            "hour" => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<m>").Format(at.ToOffsetDateTime()),
            "month" => at.Date.ToString("uuuu-MM", CultureInfo.InvariantCulture),
            "quarter" => string.Create(CultureInfo.InvariantCulture, $"{at.Year:0000}-Q{(at.Month + 2) / 3}"),
            "year" => at.Date.ToString("uuuu", CultureInfo.InvariantCulture),
            _ => at.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>One step of a trend.</summary>
/// <param name="Key">What the statement gives for it.</param>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The first instant after it.</param>
/// <param name="Label">2026-03-09 for days and weeks (their first day), 2026-03, 2026-Q1, 2026; hours with their offset.</param>
internal sealed record Bucket(long Key, Instant Start, Instant End, string Label);
