using NodaTime;
using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>Periods by their distance from now: this week, last month, the quarter before last, last fiscal year, last March, same week last year.</summary>
internal static class RelativePeriods
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at) =>
        Shifted(scan, at).Concat(BeforeLast(scan, at)).Concat(NamedLast(scan, at)).Concat(Same(scan, at)).Concat(Leaning(scan, at)).Concat(Weekends.At(scan, at)).Concat(Gone(scan, at));

    private static IEnumerable<Read<Span>> Shifted(Scan scan, int at)
    {
        var start = scan.Skip(at, "the", "my", "our");
        var isArticle = start > at;
        if (Numbers.Shift(scan, start) is not { } shift)
        {
            if (!isArticle && !scan.IsAny(start, "current")) yield break;
            // «the week» is this one, if it is a week of days at all.
            if (UnitNoun(scan, start) is { } bare && isArticle) yield return new(bare.End, Of(scan, bare.Value.Unit, 0, bare.Value.Fiscal) with { Surely = .43, IsBareUnit = true });
            yield break;
        }
        var full = scan.Skip(start + 1, "full", "complete", "whole", "entire", "completed");
        if (scan.Is(full, "workweek") || scan.After(full, "working", "week") > 0)
        {
            var monday = Calendar.LatestNotAfter(scan.Today, IsoDayOfWeek.Monday).PlusWeeks(shift);
            yield return new(scan.Is(full, "workweek") ? full + 1 : full + 2, new Span(monday, monday.PlusDays(4), DateReadingKind.Week, $"Monday to Friday, {DayText.Range(monday, monday.PlusDays(4))}", .93));
        }
        if (UnitNoun(scan, full) is not { } noun) yield break;
        var span = Of(scan, noun.Value.Unit, shift, noun.Value.Fiscal);
        var isPast = scan.Is(start, "past");
        yield return new(noun.End, isPast && full == start + 1 && noun.Value.Unit != Unit.Quarter ? span.Preferred(.88) : span);
        if (scan.Calendar.HasFiscalYears && !noun.Value.Fiscal && noun.Value.Unit is Unit.Quarter or Unit.Half or Unit.Year)
            yield return new(noun.End, Of(scan, noun.Value.Unit, shift, fiscal: true).Preferred(.85));
        // «in the past week» are rather the seven days before today; «last week» hardly ever is.
        if (shift == -1 && full == start + 1 && !noun.Value.Fiscal && !scan.IsAny(start, "previous", "preceding", "prior"))
            yield return new(noun.End, Rolling.UpToToday(scan, noun.Value.Unit, 1, isPast && noun.Value.Unit != Unit.Quarter ? .95 : .5));
    }

    /// <summary>The week before last, the month after next, last week but one.</summary>
    private static IEnumerable<Read<Span>> BeforeLast(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        if (UnitNoun(scan, start) is not { } noun) yield break;
        if (scan.Is(noun.End, "before") && scan.Skip(noun.End + 1, "the") is var last && scan.IsAny(last, "last", "previous"))
        {
            var again = UnitNoun(scan, last + 1);
            if (again is null || again.Value.Value.Unit == noun.Value.Unit) yield return new(again?.End ?? last + 1, Of(scan, noun.Value.Unit, -2, noun.Value.Fiscal));
        }
        if (scan.Is(noun.End, "after") && scan.Skip(noun.End + 1, "the") is var next && scan.Is(next, "next") && UnitNoun(scan, next + 1) is null)
            yield return new(next + 1, Of(scan, noun.Value.Unit, 2, noun.Value.Fiscal));
    }

    /// <summary>Last March, this Q2, next June. «Last September», asked in November, may be this year's: both are read.</summary>
    private static IEnumerable<Read<Span>> NamedLast(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        if (Numbers.Shift(scan, start) is not { } shift || scan.Is(start + 1, "month")) yield break;   // «this month September» is two months
        foreach (var (end, loose) in scan.Loose(start + 1))
        {
            if (loose.Year is not null || loose.Unit is not (Unit.Month or Unit.Quarter or Unit.Half)) continue;
            var year = scan.Calendar.YearOf(scan.Today, loose.Fiscal);
            var byYear = (loose with { Year = year + shift, Surely = .9 }).Occurrence(scan.Calendar, scan.Today, 0)!;
            if (shift == 0)
            {
                yield return new(end, byYear);
                continue;
            }
            var current = scan.Calendar.StartOf(loose.Unit, scan.Today, loose.Fiscal);
            var nearest = shift < 0
                ? (loose with { Surely = .9 }).LatestBy(scan.Calendar, current.PlusDays(-1))!
                : (loose with { Surely = .9 }).EarliestFrom(scan.Calendar, scan.Today.PlusDays(1))!;
            if (nearest.First == byYear.First) yield return new(end, byYear);
            else
            {
                yield return new(end, shift < 0 ? byYear : byYear.Preferred(.85));
                yield return new(end, shift < 0 ? nearest.Preferred(.93) : nearest);
            }
        }
    }

    /// <summary>Same week last year, this time last month: they lean on the period asked about, or on now.</summary>
    private static IEnumerable<Read<Span>> Same(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        if (!scan.IsAny(start, "same", "this")) yield break;
        if (scan.Is(start, "same"))
            foreach (var days in SameDays(scan, start + 1)) yield return days;
        if (!scan.IsAny(start + 1, "time", "period", "point", "day", "week", "month", "quarter")) yield break;
        if (scan.Is(start, "this") && !scan.IsAny(start + 1, "time", "point")) yield break;
        var of = scan.Skip(scan.Skip(start + 2, "of", "in", "the"), "the");
        var shift = scan.Is(of, "a") && scan.IsAny(of + 1, "year", "month", "week") && scan.IsAny(of + 2, "ago", "earlier", "before") ? new Read<Unit>(of + 3, Lexicon.Units[scan.Text(of + 1)])
            : Numbers.Shift(scan, of) is -1 && scan.IsAny(of + 1, "year", "quarter", "month", "week") ? new Read<Unit>(of + 2, Lexicon.Units[scan.Text(of + 1)])
            : (Read<Unit>?)null;
        if (shift is not { } back) yield break;
        var then = Calendar.Plus(scan.Today, back.Value, -1);
        if (scan.IsAny(start + 1, "time", "period", "point", "day")) yield return Leaning(Span.Day(then, DayText.Day(then), .6));
        if (Lexicon.Units.TryGetValue(scan.Text(start + 1), out var unit) && unit > Unit.Day && unit < back.Value)
        {
            // The same week of another year is the one with its number, not the one with its dates.
            var first = unit == Unit.Week && back.Value == Unit.Year ? scan.Calendar.StartOfWeek(scan.Today.PlusWeeks(-52)) : scan.Calendar.StartOf(unit, then);
            yield return Leaning(new Span(first, scan.Calendar.EndOf(unit, first), DayRange.KindOf(unit), DayText.Range(first, scan.Calendar.EndOf(unit, first)), .8));
        }

        Read<Span> Leaning(Span span) => new(back.End, span with { IsBackReference = true });
    }

    /// <summary>«the same days last week», «the same 30 days last year»: as many of them, so far back.</summary>
    private static IEnumerable<Read<Span>> SameDays(Scan scan, int at)
    {
        foreach (var count in scan.Counts(at).Prepend(new Read<int>(at, 0)))
        {
            if (!scan.IsAny(count.End, "days", "dates")) continue;
            var of = scan.Skip(scan.Skip(count.End + 1, "of", "in", "the"), "the");
            if (Numbers.Shift(scan, of) is not -1 || !scan.IsAny(of + 1, "year", "quarter", "month", "week")) continue;
            var then = Calendar.Plus(scan.Today, Lexicon.Units[scan.Text(of + 1)], -1);
            yield return new(of + 2, Span.Day(then, DayText.Day(then), .93) with { IsBackReference = true, SameDays = count.Value });
        }
    }

    /// <summary>The month before, the previous period: what they mean depends on what else was asked about.</summary>
    private static IEnumerable<Read<Span>> Leaning(Scan scan, int at)
    {
        var start = scan.Skip(at, "the", "a");
        // «last week vs week before»
        if (start == at && at > 0 && scan.IsAny(at - 1, "vs", "versus", "against", "than") && UnitNoun(scan, start) is { } plain && scan.Is(plain.End, "before") && scan.Text(plain.End + 1).Length == 0)
            yield return new(plain.End + 1, Of(scan, plain.Value.Unit, -1, plain.Value.Fiscal) with { Surely = .5, IsBackReference = true });
        if (start > at && scan.Is(start, "day") && scan.IsAny(start + 1, "before", "prior", "earlier") && !scan.IsAny(scan.Skip(start + 2, "the"), "yesterday", "last"))
            yield return new(scan.Is(start + 2, "that") ? start + 3 : start + 2, Span.Day(scan.Today.PlusDays(-1), "the day before", .5) with { IsBackReference = true });
        if (start == at || UnitNoun(scan, start) is not { } noun || !scan.IsAny(noun.End, "before", "prior", "earlier", "previous")) yield break;
        yield return new(scan.Is(noun.End + 1, "that") ? noun.End + 2 : noun.End + 1, Of(scan, noun.Value.Unit, -1, noun.Value.Fiscal) with { Surely = .5, IsBackReference = true });
    }

    /// <summary>The quarter past, the month just gone, the week gone by.</summary>
    private static IEnumerable<Read<Span>> Gone(Scan scan, int at)
    {
        var start = scan.Skip(at, "the", "a");
        if (start == at || UnitNoun(scan, start) is not { } noun) yield break;
        var word = scan.Skip(noun.End, "just");
        if (scan.IsAny(word, "past", "passed", "gone", "ended", "finished")) yield return new(scan.Is(word, "gone") ? scan.Skip(word + 1, "by") : word + 1, Of(scan, noun.Value.Unit, -1, noun.Value.Fiscal));
    }

    /// <summary>A unit from a week up, as a noun, fiscal or not.</summary>
    private static Read<(Unit Unit, bool Fiscal)>? UnitNoun(Scan scan, int at)
    {
        if (scan.Is(at, "fy")) return new(at + 1, (Unit.Year, true));
        var isFiscal = scan.IsAny(at, "fiscal", "financial");
        var noun = isFiscal ? at + 1 : scan.Skip(at, "calendar");
        if (scan.Is(noun, "half") && scan.Is(noun + 1, "year")) return new(noun + 2, (Unit.Half, isFiscal));
        return scan.IsAny(noun, "week", "wk", "month", "mth", "quarter", "qtr", "year", "yr")
            ? new(noun + 1, (Lexicon.Units[scan.Text(noun)], isFiscal)) : null;
    }

    private static Span Of(Scan scan, Unit unit, int shift, bool fiscal)
    {
        var first = Calendar.Plus(scan.Calendar.StartOf(unit, scan.Today, fiscal), unit, shift);
        var last = scan.Calendar.EndOf(unit, first, fiscal);
        var which = shift switch { 0 => "this", -1 => "last", 1 => "next", < 0 => "the one before last", _ => "the one after next" };
        var name = $"{(fiscal ? "fiscal " : "")}{DayRange.NameOf(unit)}";
        var label = shift is < -1 or > 1 ? $"the {name} {(shift < 0 ? "before last" : "after next")}" : shift == -1 ? $"last {(unit == Unit.Week ? "calendar week" : name)}" : $"{which} {name}";
        return new Span(first, last, DayRange.KindOf(unit), label, .96);
    }
}
