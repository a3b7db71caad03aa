using NodaTime;
using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>Last weekend, the weekend before last, the weekend of 6 and 7 June, the last three weekends, the last four Mondays.</summary>
internal static class Weekends
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        var latest = Calendar.LatestNotAfter(scan.Today, IsoDayOfWeek.Saturday);
        var coming = Calendar.LatestNotAfter(scan.Today.PlusDays(scan.Today.DayOfWeek == IsoDayOfWeek.Sunday ? 0 : 6), IsoDayOfWeek.Saturday);
        if (scan.Is(start, "weekend"))
        {
            yield return new(start + 1, Weekend(latest, start > at ? .85 : .6));
            if (scan.After(start + 1, "before", "last") is > 0 and var end) yield return new(end, Weekend(coming.PlusWeeks(-2), .95));
            if (scan.Is(start + 1, "of"))
                foreach (var read in Named(scan, start + 2)) yield return read;
        }
        if (Numbers.Shift(scan, start) is { } shift && scan.Is(start + 1, "weekend")) yield return new(start + 2, Weekend(coming.PlusWeeks(shift), .95));
        if (Numbers.Shift(scan, start) is -1)
            foreach (var count in scan.Counts(start + 1))
                if (Several(scan, count) is { } span) yield return new(count.End + 1, span);
    }

    /// <summary>The weekend of a day, or of both of its days.</summary>
    private static IEnumerable<Read<Span>> Named(Scan scan, int at)
    {
        foreach (var day in scan.Periods(at))
            if (day.Value.Kind == DateReadingKind.Day)
                yield return new(day.End, Weekend(Calendar.LatestNotAfter(day.Value.First.PlusDays(day.Value.First.DayOfWeek == IsoDayOfWeek.Sunday ? 0 : 6), IsoDayOfWeek.Saturday), .85));
        foreach (var both in ListedDays.At(scan, at).Concat(Ranges.At(scan, at)))
            if (both.Value.First.DayOfWeek == IsoDayOfWeek.Saturday && both.Value.Last == both.Value.First.PlusDays(1)) yield return new(both.End, Weekend(both.Value.First, .97));
    }

    /// <summary>So many whole weekends, or days of one name, before today.</summary>
    private static Span? Several(Scan scan, Read<int> count)
    {
        if (scan.Is(count.End, "weekends"))
        {
            var sunday = Calendar.LatestNotAfter(scan.Today.PlusDays(-1), IsoDayOfWeek.Sunday);
            var saturday = sunday.PlusDays(-1).PlusWeeks(1 - count.Value);
            return new(saturday, sunday, DateReadingKind.Rolling, $"the {count.Value} weekends before today", .95) { Days = DayFilters.WeekendsOnly };
        }

        var name = scan.Text(count.End);
        if (!name.EndsWith("days", StringComparison.Ordinal) || !Lexicon.Weekdays.TryGetValue(name[..^1], out var weekday)) return null;
        var last = Calendar.LatestNotAfter(scan.Today.PlusDays(-1), weekday.Day);
        return new(last.PlusWeeks(1 - count.Value), last, DateReadingKind.Rolling, $"the {count.Value} {weekday.Day}s before today", .95) { Days = new DayFilter([weekday.Day]) };
    }

    private static Span Weekend(LocalDate saturday, double score) =>
        new(saturday, saturday.PlusDays(1), DateReadingKind.Week, $"the weekend of {DayText.Range(saturday, saturday.PlusDays(1))}", score);
}
