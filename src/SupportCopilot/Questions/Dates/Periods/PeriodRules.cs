using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>Periods named by one expression: a day, last week, March, Q4 2025, the last 30 days, year to date.</summary>
internal static class PeriodRules
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at) =>
        ByCalendar(scan, at).Concat(scan.Fixed(at));

    /// <summary>Those that stand on their own; the others are dates that lack their year.</summary>
    public static IEnumerable<Read<Span>> Fixed(Scan scan, int at) =>
        scan.Days(at)
            .Concat(DayRange.Beside(scan, at))
            .Concat(RelativePeriods.At(scan, at))
            .Concat(Rolling.At(scan, at))
            .Concat(Weeks.At(scan, at))
            .Concat(ToDate.At(scan, at))
            .Concat(PartsOfPeriods.At(scan, at))
            .Concat(Seasons.At(scan, at));

    /// <summary>A date that lacks its year is the latest that has begun: «in March», «Q4».</summary>
    private static IEnumerable<Read<Span>> ByCalendar(Scan scan, int at)
    {
        foreach (var read in scan.Loose(at))
        {
            if (read.Value.IsBareNumber || read.Value is { Weekday: not null, Day: null }) continue;   // bare weekdays have a rule of their own
            var span = read.Value.Year is { } ? read.Value.Occurrence(scan.Calendar, scan.Today, 0) : read.Value.LatestBy(scan.Calendar, scan.Today);
            if (span is null) continue;
            yield return new(read.End, span);
            // Asked in November, «in November» is rather this one, but may be that of last year, which is whole.
            if (read.Value.Year is null && span.Last > scan.Today && span.Kind is not DateReadingKind.Day && read.Value.LatestBy(scan.Calendar, span.First.PlusDays(-1)) is { } before)
                yield return new(read.End, before.Preferred(.75));
        }
    }
}
