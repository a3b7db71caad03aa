using NodaTime;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Days;

/// <summary>
/// Days by their names alone. «last Friday» on a Saturday may be yesterday or the Friday of the week before: both are read.
/// </summary>
internal static class Weekdays
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        if (Lexicon.Weekdays.TryGetValue(scan.Text(at), out var named))
            foreach (var read in Bare(scan, at, named.Day, named.Surely).Concat(BesideWeek(scan, at + 1, named.Day))) yield return read;

        var start = scan.Skip(at, "the");
        if (Numbers.Shift(scan, start) is { } shift && Lexicon.Weekdays.TryGetValue(scan.Text(start + 1), out var shifted))
            foreach (var day in Shifted(scan, shift, shifted.Day, scan.Is(start, "next") || scan.Is(start, "last"))) yield return new(start + 2, day);
        foreach (var (end, weeks) in WeekShift(scan, start))
        {
            var name = scan.Skip(scan.Skip(end, "'s"), ",", "on");
            if (Lexicon.Weekdays.TryGetValue(scan.Text(name), out var inWeek)) yield return new(name + 1, InWeek(scan, weeks, inWeek.Day));
        }
    }

    private static IEnumerable<Read<Span>> Bare(Scan scan, int at, IsoDayOfWeek weekday, double surely)
    {
        var latest = Calendar.LatestNotAfter(scan.Today.PlusDays(-1), weekday);
        yield return new(at + 1, Day(latest, surely));
        if (scan.Today.DayOfWeek == weekday) yield return new(at + 1, Day(scan.Today, surely).Preferred(.93));
    }

    /// <summary>Monday last week, Monday of last week, Monday this week; a week ago on Monday.</summary>
    private static IEnumerable<Read<Span>> BesideWeek(Scan scan, int at, IsoDayOfWeek weekday)
    {
        var start = scan.Skip(scan.Skip(scan.Skip(at, ","), "of", "in"), "the");
        foreach (var (end, weeks) in WeekShift(scan, start)) yield return new(end, InWeek(scan, weeks, weekday));
    }

    private static IEnumerable<Span> Shifted(Scan scan, int shift, IsoDayOfWeek weekday, bool isLoose)
    {
        var byWeek = scan.Calendar.InWeek(scan.Calendar.StartOfWeek(scan.Today).PlusWeeks(shift), weekday);
        if (shift == 0)
        {
            yield return Day(byWeek, .93);
            yield break;
        }
        var nearest = shift < 0
            ? Calendar.LatestNotAfter(scan.Today.PlusDays(-1), weekday)
            : Calendar.LatestNotAfter(scan.Today.PlusDays(7), weekday);
        yield return Day(byWeek, .95);
        if (nearest != byWeek) yield return Day(nearest, .95).Preferred(isLoose ? .93 : .85);
    }

    private static IEnumerable<Read<int>> WeekShift(Scan scan, int at)
    {
        if (Numbers.Shift(scan, at) is { } shift && scan.IsAny(at + 1, "week", "wk"))
        {
            yield return new(at + 2, shift);
            if (scan.Is(at, "week")) yield break;
        }
        if (scan.After(at, "week", "before", "last") is > 0 and var end) yield return new(end, -2);
    }

    private static Span InWeek(Scan scan, int weeks, IsoDayOfWeek weekday) =>
        Day(scan.Calendar.InWeek(scan.Calendar.StartOfWeek(scan.Today).PlusWeeks(weeks), weekday), .96);

    private static Span Day(LocalDate day, double score) => Span.Day(day, DayText.Day(day), score);
}
