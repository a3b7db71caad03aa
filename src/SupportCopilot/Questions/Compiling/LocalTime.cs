using NodaTime;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Compiling;

/// <summary>
/// The wall clock of a zone as integer arithmetic over stored milliseconds, the same in both databases: within a period a
/// zone has few offsets, so a CASE over their beginnings gives the offset of each instant, clock changes included.
/// </summary>
internal sealed class LocalTime(DateTimeZone zone, Instant from, Instant to, SqlValues values)
{
    private const long MillisecondsPerHour = 3_600_000;
    private const long MillisecondsPerDay = 24 * MillisecondsPerHour;

    // Integer division rounds towards zero: 400 years of 146,097 days (whole weeks) keep earlier instants above it.
    private const long ShiftDays = 146_097;

    // The tz database knows no rule before railways; what a file dates before 1970 is a slip anyway.
    private static readonly Instant Earliest = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2100, 1, 1, 0, 0);

    /// <summary>The zone whose clock it is.</summary>
    public DateTimeZone Zone => zone;

    /// <summary>The number of the local day since 1970-01-01.</summary>
    public string Day(string column) => $"(({column} + {Offset(column)} + {ShiftDays * MillisecondsPerDay}) / {MillisecondsPerDay} - {ShiftDays})";

    /// <summary>The number of the local week since that of 1970-01-01, which began so many days before: 3 for weeks from Monday.</summary>
    public string Week(string column, int daysBefore = 3) => $"(({column} + {Offset(column)} + {(ShiftDays + daysBefore) * MillisecondsPerDay}) / {7 * MillisecondsPerDay} - {ShiftDays / 7})";

    /// <summary>The number of the hour since 1970-01-01; an hour that a clock change repeats stays two.</summary>
    public string Hour(string column) => $"(({column} + {Offset(column, offset => offset % MillisecondsPerHour)} + {ShiftDays * MillisecondsPerDay}) / {MillisecondsPerHour} - {ShiftDays * 24})";

    /// <summary>The hour on the wall clock, 0–23.</summary>
    public string HourOfDay(string column) => $"((({column} + {Offset(column)} + {ShiftDays * MillisecondsPerDay}) / {MillisecondsPerHour}) % 24)";

    /// <summary>The day of the week: Monday is 0.</summary>
    public string Weekday(string column) => $"((({column} + {Offset(column)} + {(ShiftDays + 3) * MillisecondsPerDay}) / {MillisecondsPerDay}) % 7)";

    /// <summary>The offset from UTC in milliseconds at the column's instant; the latest is asked for first, because most tickets are recent.</summary>
    private string Offset(string column, Func<long, long>? part = null)
    {
        var spans = SpansOf(zone, from, to, part);
        if (spans.Count == 1) return values.Add(spans[0].Offset);
        var cases = spans.Skip(1).Reverse().Select(span => $"WHEN {column} >= {values.Add(span.Start)} THEN {values.Add(span.Offset)}");
        return $"CASE {string.Join(' ', cases)} ELSE {values.Add(spans[0].Offset)} END";
    }

    /// <summary>The offsets of a zone within a period, in milliseconds, each with the instant it begins at; the first holds for all that is earlier.</summary>
    public static List<(long Start, long Offset)> SpansOf(DateTimeZone zone, Instant from, Instant to, Func<long, long>? part = null)
    {
        var (first, last) = (Instant.Max(from, Earliest), Instant.Min(to, Latest));
        var spans = new List<(long Start, long Offset)>();
        foreach (var interval in zone.GetZoneIntervals(first, Instant.Max(last, first.PlusTicks(1))))
        {
            var offset = interval.WallOffset.Milliseconds;
            var taken = part is null ? offset : part(offset);
            if (spans.Count == 0 || spans[^1].Offset != taken)
                spans.Add((interval.HasStart ? UtcMilliseconds.ToMilliseconds(interval.Start.ToDateTimeUtc()) : long.MinValue, taken));
        }

        return spans;
    }

    /// <summary>The period of a slice whose offsets are looked up.</summary>
    public static (Instant From, Instant To) ReachOf(Slice slice) => (
        slice.Buckets?.All is [var first, ..] ? first.Start : slice.From is { } start ? Instant.FromDateTimeUtc(start) : Instant.FromUtc(2000, 1, 1, 0, 0),
        slice.To is { } end ? Instant.FromDateTimeUtc(end) : slice.Buckets?.All is [.., var last] ? last.End : Instant.FromUtc(2040, 1, 1, 0, 0));
}
