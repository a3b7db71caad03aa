using System.Globalization;
using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Running;

/// <summary>Figures as they stand in cells.</summary>
internal static class Rounding
{
    private const int Decimals = 6;   // beyond what any reader needs, short of what floating point invents

    /// <summary>Counts as whole numbers, others rounded to six decimals.</summary>
    public static object? Cell(double? value, Measure measure) => value is not { } number ? null
        : measure.Over is Aggregate.Count or Aggregate.Distinct or Aggregate.Sum ? (object)(long)Math.Round(number)
        : Math.Round(number, Decimals);

    /// <summary>An instant in stored milliseconds, as people of a zone read it: <c>2026-03-09 14:05</c>.</summary>
    public static string? Moment(double? value, string zone) => value is not { } at ? null
        : Instant.FromDateTimeUtc(UtcMilliseconds.FromMilliseconds((long)at)).InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("uuuu'-'MM'-'dd HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>The change from before to now as a share of before; null where before was nothing.</summary>
    public static double? Change(double? now, double? before) =>
        now is { } here && before is { } there && there != 0 ? Math.Round((here - there) / there, Decimals) : null;
}
