using NodaTime;
using NodaTime.Text;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Compiling;

/// <summary>Spans of local days as a filter names them, and as stored milliseconds.</summary>
internal static class DaySpans
{
    private const char Until = '/';

    /// <summary>A first and a last day as a filter's value.</summary>
    public static string Value(LocalDate first, LocalDate last) => $"{LocalDatePattern.Iso.Format(first)}{Until}{LocalDatePattern.Iso.Format(last)}";

    /// <summary>The days of a value; null where it is none.</summary>
    public static (LocalDate First, LocalDate Last)? Read(string value) =>
        value.Split(Until) is [var first, var last] && LocalDatePattern.Iso.Parse(first) is { Success: true } from && LocalDatePattern.Iso.Parse(last) is { Success: true } to && from.Value <= to.Value
            ? (from.Value, to.Value) : null;

    /// <summary>The instants of each value, the first counted in and the first no longer counted in; right across clock changes.</summary>
    public static List<(long From, long To)> Of(IEnumerable<string> values, DateTimeZone zone) =>
        [.. values.Select(Read).OfType<(LocalDate First, LocalDate Last)>().Select(days => (Start(days.First, zone), Start(days.Last.PlusDays(1), zone)))];

    private static long Start(LocalDate day, DateTimeZone zone) => UtcMilliseconds.ToMilliseconds(zone.AtStartOfDay(day).ToInstant().ToDateTimeUtc());
}
