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

    /// <summary>Each of the days of «3, 5 and 9 October» but the last, which has its month beside it; those that follow each other are one period.</summary>
    public static IEnumerable<Read<Span>> Singles(Scan scan, int at)
    {
        if (!scan.IsNumber(at, 1, 31, 2)) yield break;
        var numbers = new List<int>();
        var end = at;
        for (var next = at; scan.IsNumber(next, 1, 31, 2); next = scan.Skip(Next(scan, end), "the"))
        {
            (end, numbers) = (scan.Ordinal(next)?.End ?? next + 1, [.. numbers, scan.Atoms[next].Number]);
            if (Next(scan, end) < 0) break;
        }

        if (numbers.Count < 2 || !Lexicon.Months.TryGetValue(scan.Text(scan.Skip(end, "of")), out var named) || !numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second)) yield break;
        var whole = new List<int>(numbers);
        for (var before = at - 1; before > 0 && scan.IsAny(before, "and", ",", "&"); before--)
        {
            var digit = scan.IsAny(before - 1, "st", "nd", "rd", "th") ? before - 2 : before - 1;
            if (scan.IsNumber(digit, 1, 31, 2)) (whole, before) = ([scan.Atoms[digit].Number, .. whole], digit);
        }

        if (whole[^1] - whole[0] == whole.Count - 1) yield break;
        var year = LooseRules.YearsAfter(scan, scan.Skip(end, "of") + 1).Select(found => (int?)found.Value).FirstOrDefault();
        var last = new Loose(Unit.Day, Sure) { Month = named.Month, Day = numbers[^1], Year = year };
        var ending = year is null ? last.LatestBy(scan.Calendar, scan.Today) : last.Occurrence(scan.Calendar, scan.Today, 0);
        if (ending is null) yield break;
        var day = ending.First.PlusDays(numbers[0] - numbers[^1]);
        yield return new(scan.Ordinal(at)?.End ?? at + 1, Span.Day(day, DayText.Day(day), Sure));
    }

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
