using NodaTime;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>Weeks by one of their days: w/c 4 Aug, week commencing Monday, week of 9 May, week ending 9 Aug.</summary>
internal static class Weeks
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        var (end, isEnding, isOf) = scan switch
        {
            _ when scan.After(start, "w", "/", "c") is > 0 and var wc => (wc, false, false),
            _ when scan.Is(start, "wc") => (start + 1, false, false),
            _ when scan.After(start, "w", "/", "e") is > 0 and var we => (we, true, false),
            _ when scan.IsAny(start, "week", "wk") && scan.IsAny(start + 1, "commencing", "beginning", "starting", "from") => (start + 2, false, false),
            _ when scan.IsAny(start, "week", "wk") && scan.Is(start + 1, "ending") => (start + 2, true, false),
            _ when scan.IsAny(start, "week", "wk") && scan.IsAny(start + 1, "of", "containing") => (start + 2, false, true),
            _ => (-1, false, false),
        };
        if (end < 0) yield break;
        foreach (var day in DaysAt(scan, scan.Skip(scan.Skip(end, "on"), "the")))
        {
            var date = day.Value.First;
            var week = scan.Calendar.StartOfWeek(date);
            if (isEnding)
            {
                yield return new(day.End, Week(date.PlusDays(-6), .93));
                continue;
            }
            yield return new(day.End, Week(week, .96));
            if (week != date && !isOf) yield return new(day.End, Week(date, .96).Preferred(.92));
        }
    }

    private static IEnumerable<Read<Span>> DaysAt(Scan scan, int at)
    {
        foreach (var day in scan.Days(at)) if (day.Value.Kind == DateReadingKind.Day) yield return day;
        foreach (var loose in scan.Loose(at))
            if (loose.Value is { Unit: Unit.Day } && (!loose.Value.IsBareNumber) && loose.Value.LatestBy(scan.Calendar, scan.Today) is { } day) yield return new(loose.End, day);
    }

    private static Span Week(LocalDate first, double score) =>
        new(first, first.PlusDays(6), DateReadingKind.Week, $"the week of {DayText.Range(first, first.PlusDays(6))}", score);
}
