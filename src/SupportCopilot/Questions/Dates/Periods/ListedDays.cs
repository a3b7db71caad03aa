using SupportCopilot.Questions.Dates.CalendarDates;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>
/// Days that were named one by one and follow each other without a gap: «5 and 6 October», «October 5, 6 and 7». Those with a
/// gap between them are no one period.
/// </summary>
internal static class ListedDays
{
    private const double Sure = .95;

    public static IEnumerable<Read<Span>> At(Scan scan, int at) =>
        NumbersBeforeMonth(scan, at).Concat(NumbersAfterMonth(scan, at));

    private static IEnumerable<Read<Span>> NumbersBeforeMonth(Scan scan, int at)
    {
        foreach (var (end, first, last) in Numbers(scan, scan.Skip(at, "the")))
        {
            var of = scan.Skip(end, "of");
            if (!Lexicon.Months.TryGetValue(scan.Text(of), out var named)) continue;
            foreach (var read in InMonth(scan, of + 1, named.Month, first, last)) yield return read;
        }
    }

    private static IEnumerable<Read<Span>> NumbersAfterMonth(Scan scan, int at)
    {
        if (!Lexicon.Months.TryGetValue(scan.Text(at), out var named)) yield break;
        foreach (var (end, first, last) in Numbers(scan, scan.Skip(at + 1, "the")))
            foreach (var read in InMonth(scan, end, named.Month, first, last)) yield return read;
    }

    private static IEnumerable<Read<Span>> InMonth(Scan scan, int end, int month, int first, int last)
    {
        var day = new Loose(Unit.Day, Sure) { Month = month, Day = first };
        if (Of(day, null) is { } latest) yield return new(end, latest);
        foreach (var year in LooseRules.YearsAfter(scan, end))
            if (Of(day, year.Value) is { } named) yield return new(year.End, named);

        Span? Of(Loose one, int? year)
        {
            var from = year is null ? one.LatestBy(scan.Calendar, scan.Today) : (one with { Year = year }).Occurrence(scan.Calendar, scan.Today, 0);
            return from is null || from.First.PlusDays(last - first) is var until && until.Month != month ? null : Listed(from.First, from.First.PlusDays(last - first));
        }
    }

    /// <summary>Numbers that follow each other: 5 and 6, 5, 6 and 7.</summary>
    private static IEnumerable<(int End, int First, int Last)> Numbers(Scan scan, int at)
    {
        foreach (var first in scan.DaysOfMonth(at))
        {
            var (end, last) = (first.End, first.Value);
            while (Next(scan, end) is > 0 and var next && scan.DaysOfMonth(scan.Skip(next, "the")).Select(day => (Read<int>?)day).FirstOrDefault(day => day!.Value.Value == last + 1) is { } following)
            {
                (end, last) = (following.End, following.Value);
                yield return (end, first.Value, last);
            }
        }
    }

    /// <summary>The place after «and» or a comma, or both; −1 where neither stands.</summary>
    private static int Next(Scan scan, int at)
    {
        if (scan.Is(at, ",")) return scan.Skip(at + 1, "and");
        return scan.IsAny(at, "and", "&") ? at + 1 : -1;
    }

    private static Span Listed(NodaTime.LocalDate first, NodaTime.LocalDate last) => new(first, last, DateReadingKind.Range, DayText.Range(first, last), Sure);
}
