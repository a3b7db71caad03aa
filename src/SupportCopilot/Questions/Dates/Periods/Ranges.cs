using NodaTime;
using SupportCopilot.Questions.Dates.CalendarDates;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>
/// Two ends: from A to B, between A and B, A – B. Both ends are counted in, whole: «3–9 May» has seven days, «Jan–Mar» three
/// months. What one end lacks it takes from the other; where neither names a year it is the latest range that has begun.
/// </summary>
internal static class Ranges
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        var isBetween = scan.Is(at, "between");
        var lead = scan.IsAny(at, "from", "between", "in", "during", "on", "for") ? at + 1 : at;
        foreach (var first in Ends(scan, lead, isFirst: true))
            foreach (var join in Joins(scan, first.End, isBetween))
                foreach (var last in Ends(scan, join, isFirst: false))
                    if (Join(scan, first.Value, last.Value) is { } span) yield return new(last.End, span);
        foreach (var read in InMonth(scan, at).Concat(WeekNumbers(scan, lead)).Concat(ListedDays.At(scan, lead))) yield return read;
    }

    /// <summary>One end of a range: by the calendar and to be completed, or fixed.</summary>
    private readonly record struct End(Loose? Loose, Span? Fixed);

    private static IEnumerable<Read<End>> Ends(Scan scan, int at, bool isFirst)
    {
        foreach (var loose in scan.Loose(at)) yield return new(loose.End, new(loose.Value, null));
        var article = scan.Skip(at, "the");
        if (article > at) foreach (var loose in scan.Loose(article)) yield return new(loose.End, new(loose.Value, null));
        foreach (var period in scan.Fixed(at))
            if (period.Value.Kind is not (DateReadingKind.AllTime or DateReadingKind.Hours or DateReadingKind.Rolling or DateReadingKind.ToDate) && period.Value.Days is null && !period.Value.IsBareUnit
                && !scan.Loose(at).Exists(loose => loose.End == period.End))
                yield return new(period.End, new(null, period.Value));
        foreach (var mid in Mids(scan, at)) yield return new(mid.End, new(mid.Value, null));
        foreach (var edge in Edges(scan, at)) yield return new(edge.End, new(null, edge.Value));
        if (scan.Is(at, "now") || !isFirst && scan.Is(at, "date")) yield return new(at + 1, new(null, Span.Day(scan.Today, "now", .95)));
        if (!isFirst && scan.IsAny(at, "current") && scan.Is(at + 1, "date")) yield return new(at + 2, new(null, Span.Day(scan.Today, "now", .95)));
    }

    /// <summary>Mid September, as an end of something: the 15th, which the days that are told name.</summary>
    public static IEnumerable<Read<Loose>> Mids(Scan scan, int at)
    {
        var noun = scan.Is(at, "mid") ? scan.Skip(at + 1, "-") : scan.After(scan.Skip(at, "the"), "middle", "of");
        if (noun <= at) yield break;
        foreach (var month in scan.Loose(noun))
            if (month.Value is { Unit: Unit.Month, Preference: 1 }) yield return new(month.End, month.Value with { Unit = Unit.Day, Day = 15, Surely = .85 });
    }

    /// <summary>The start of March, the end of last year: boundaries between two days, not days.</summary>
    public static IEnumerable<Read<Span>> Edges(Scan scan, int at)
    {
        var noun = scan.Skip(at, "the");
        var isEnd = scan.Is(noun, "end");
        if (!isEnd && !scan.IsAny(noun, "start", "beginning", "begin")) yield break;
        var of = scan.Skip(noun + 1, "of");
        foreach (var period in scan.Periods(of))
            if (period.Value.Kind is DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Half or DateReadingKind.Year or DateReadingKind.Day)
                yield return new(period.End, Span.Before(isEnd ? period.Value.Last.PlusDays(1) : period.Value.First, period.Value.Label, .9).Preferred(period.Value.Preference));
    }

    private static IEnumerable<int> Joins(Scan scan, int at, bool isBetween)
    {
        if (scan.IsAny(at, "to", "until", "till", "til", "through", "thru", "-")) yield return at + 1;
        if (scan.After(at, ".", ".") is > 0 and var dots) yield return scan.Skip(dots, ".");   // 2026-02-01..2026-02-14
        if (scan.After(at, "up", "to") is > 0 and var up) yield return up;
        if (scan.After(at, "up", "until") is > 0 and var until) yield return until;
        if (isBetween && scan.Is(at, "and")) yield return at + 1;
        if (scan.Is(at, ",") && scan.IsAny(at + 1, "to", "until")) yield return at + 2;
    }

    private static Span? Join(Scan scan, End a, End b)
    {
        if (a.Loose is { IsBareNumber: true } && b.Loose is not { Unit: Unit.Day } && b.Fixed is not { Kind: DateReadingKind.Day }) return null;
        if (b.Loose is { IsBareNumber: true } && a.Loose is not { Unit: Unit.Day, Month: not null }) return null;
        // 2025-Q3, 9-Mar-2025 and «March 1 to March 15» are no ranges of years.
        if (a.Loose is { Unit: Unit.Year } && b.Loose is { Year: null } || a.Loose is { Year: null } && b.Loose is { Unit: Unit.Year }) return null;
        if (b.Loose is { Unit: Unit.Month, Preference: < 1 }) return null;
        if (a.Loose?.WrittenMonthFirst is { } left && b.Loose?.WrittenMonthFirst is { } right && left != right) return null;   // 15/10 settles what 1/10 beside it is
        if (IsRepeatedWord(a, b)) return null;
        if (a.Loose is { Unit: Unit.Day, Day: { } from, Month: { } month, Year: null } && b.Loose is { Unit: Unit.Day, Day: { } to, Year: null } same && same.Month == month && to < from) return null;   // the ends are the wrong way round
        if (b.Loose is { Month: null, Unit: Unit.Day, Year: { } year } && a.Loose is { Month: not null, Unit: Unit.Day, Year: null } day)
            (a, b) = (new(day with { Year = year }, null), new(b.Loose with { Year = null }, null));   // May 3 – 9, 2025
        var calendar = scan.Calendar;
        var (first, last) = (a, b) switch
        {
            ({ Loose: { Year: null } x }, { Loose: { Year: null } y }) => Latest(scan, x, y),
            ({ Loose: { Year: null } x }, { Loose: { } y }) when y.Occurrence(calendar, scan.Today, 0) is { } end => (x.LatestBy(calendar, end.First), end),
            ({ Loose: { Year: null } x }, { Fixed: { } end }) => (x.LatestBy(calendar, end.Last), end),
            ({ Loose: { } x }, { Loose: { } y }) when x.Occurrence(calendar, scan.Today, 0) is { } start => (start, y.EarliestFrom(calendar, start.First)),
            ({ Loose: { } x }, { Fixed: { } end }) => (x.Occurrence(calendar, scan.Today, 0), end),
            ({ Fixed: { } start }, { Loose: { } y }) => (start, y.EarliestFrom(calendar, start.First)),
            _ => (a.Fixed, b.Fixed),
        };
        if (first is null || last is null || first.First > last.Last || first.First > last.First && first.Last >= first.First) return null;
        return new Span(first.First, last.Last, DateReadingKind.Range, DayText.Range(first.First, last.Last), Math.Min(Surely(a, first), Surely(b, last)))
            .Preferred(Math.Min(first.Preference, last.Preference));
    }

    /// <summary>The latest range that has begun: «Oct 25 to Jan 25» asked in October before the 25th is last winter's.</summary>
    private static (Span?, Span?) Latest(Scan scan, Loose a, Loose b)
    {
        if (b is { IsBareNumber: true } or { Month: null, Nth: null })
            return a.LatestBy(scan.Calendar, scan.Today) is { } start ? (start, b.EarliestFrom(scan.Calendar, start.First)) : default;
        for (var cycle = 1; cycle >= -9; cycle--)
            if (b.Occurrence(scan.Calendar, scan.Today, cycle) is { } end && a.LatestBy(scan.Calendar, end.First) is { } first && first.First <= scan.Today
                && b.EarliestFrom(scan.Calendar, first.First) == end && !IsMostlyAhead(first, end)) return (first, end);
        return default;

        // «May to April», said in June, is the last one that is over.
        bool IsMostlyAhead(Span first, Span end) => end.Last.Year > scan.Today.Year && Period.DaysBetween(scan.Today, end.Last) > Period.DaysBetween(first.First, scan.Today);
    }

    // Two ends support each other: «March to May» is hardly about anybody called May.
    private static double Surely(End end, Span span) => end.Loose switch
    {
        { Unit: Unit.Year } => .85,
        { IsBareNumber: true } => .9,
        _ => Math.Max(span.Surely, .9),
    };

    // «Monday to Monday» is a week, but «2025-2025» or «may – may» is nothing.
    private static bool IsRepeatedWord(End a, End b) => a.Loose is { Day: null } x && b.Loose is { } y && x with { Surely = 0 } == y with { Surely = 0 } && x.Weekday is null;

    /// <summary>November between 19 and 20, May 3rd to 9th in a month that came first.</summary>
    private static IEnumerable<Read<Span>> InMonth(Scan scan, int at)
    {
        foreach (var month in scan.Loose(at))
        {
            if (month.Value is not { Unit: Unit.Month } || !scan.IsAny(month.End, "between", "from")) continue;
            foreach (var first in scan.DaysOfMonth(scan.Skip(month.End + 1, "the")))
                foreach (var join in Joins(scan, first.End, isBetween: true))
                    foreach (var last in scan.DaysOfMonth(scan.Skip(join, "the")))
                        foreach (var year in LooseRules.YearsAfter(scan, last.End).Select(y => new Read<int?>(y.End, y.Value)).Prepend(new Read<int?>(last.End, month.Value.Year)))
                        {
                            var day = new Loose(Unit.Day, .93) { Year = year.Value, Month = month.Value.Month, Day = first.Value };
                            if (Join(scan, new(day, null), new(day with { Day = last.Value }, null)) is { } span) yield return new(year.End, span);
                        }
        }
    }

    /// <summary>Weeks 31–35, days of a week: last week between Friday and Sunday.</summary>
    private static IEnumerable<Read<Span>> WeekNumbers(Scan scan, int at)
    {
        foreach (var week in scan.Loose(at))
            if (week.Value is { Unit: Unit.Week, Year: null })
                foreach (var join in Joins(scan, week.End, isBetween: true))
                    if (scan.IsNumber(join, 1, 53, 2) && Join(scan, new(week.Value, null), new(week.Value with { Nth = scan.Atoms[join].Number }, null)) is { } span)
                        yield return new(join + 1, span);
        foreach (var week in scan.Periods(at))
        {
            if (week.Value.Kind is not DateReadingKind.Week || !scan.IsAny(scan.Skip(week.End, ","), "between", "from")) continue;
            var lead = scan.Skip(week.End, ",") + 1;
            if (!Lexicon.Weekdays.TryGetValue(scan.Text(lead), out var from)) continue;
            foreach (var join in Joins(scan, lead + 1, isBetween: true))
                if (Lexicon.Weekdays.TryGetValue(scan.Text(join), out var to))
                {
                    var (first, last) = (scan.Calendar.InWeek(week.Value.First, from.Day), scan.Calendar.InWeek(week.Value.First, to.Day));
                    if (first <= last) yield return new(join + 1, new Span(first, last, DateReadingKind.Range, DayText.Range(first, last), .93));
                }
        }
    }
}
