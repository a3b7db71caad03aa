using NodaTime;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Days;

/// <summary>Days by their distance: three days ago, two weeks ago, the 3 days before Christmas, a week after 9 May.</summary>
internal static class DayRange
{
    /// <summary>«Two weeks ago» is a day, or the week it was in: both are read.</summary>
    public static IEnumerable<Read<Span>> Ago(Scan scan, int at)
    {
        foreach (var (end, count, unit) in Counted(scan, at))
        {
            if (unit is Unit.Minute or Unit.Hour || !scan.Is(end, "ago")) continue;
            var day = Calendar.Plus(scan.Today, unit, -count);
            yield return new(end + 1, Span.Day(day, DayText.Day(day), .97));
            if (unit is Unit.Day or Unit.Fortnight) continue;
            yield return new(end + 1, new Span(scan.Calendar.StartOf(unit, day), scan.Calendar.EndOf(unit, day), KindOf(unit), $"the whole {NameOf(unit)}, {DayText.Range(scan.Calendar.StartOf(unit, day), scan.Calendar.EndOf(unit, day))}", .97).Preferred(.95));
        }
    }

    /// <summary>More than 30 days ago, over two weeks before yesterday: all that lies further back. In under 30 days: since then.</summary>
    public static IEnumerable<Read<Span>> FurtherBack(Scan scan, int at)
    {
        var isMore = scan.IsAny(at, "more", "longer", "less") && scan.Is(at + 1, "than");
        var isLess = scan.Is(at, "less") && isMore;
        if (!isMore && !scan.IsAny(at, "over", "under")) yield break;
        isLess |= scan.Is(at, "under");
        foreach (var (end, count, unit) in Counted(scan, isMore ? at + 2 : at + 1))
        {
            if (unit is Unit.Minute or Unit.Hour) continue;
            foreach (var anchor in scan.Is(end, "ago") ? [new Read<Span>(end + 1, Span.Day(scan.Today, "today", .97))] : scan.Is(end, "before") ? Anchors(scan, end + 1) : [])
            {
                var day = Calendar.Plus(anchor.Value.First, unit, -count);
                yield return isLess
                    ? new(anchor.End, new Span(day.PlusDays(1), anchor.Value.First, DateReadingKind.Range, DayText.Range(day.PlusDays(1), anchor.Value.First), .9))
                    : new(anchor.End, new Span(LocalDate.MinIsoValue, day.PlusDays(-1), DateReadingKind.OneEnded, $"before {DayText.Range(day, day)}", .93));
            }
        }
    }

    /// <summary>«The 3 days before Christmas» are three; «3 days before Christmas» may be one of them.</summary>
    public static IEnumerable<Read<Span>> Beside(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        var hasArticle = start > at || scan.Is(at - 1, "the");
        foreach (var (end, count, unit) in Counted(scan, start).Concat(start > at ? One(scan, start) : []))
        {
            if (unit is Unit.Minute or Unit.Hour) continue;
            // «the 14 days up to 31 October», «the 12 months ended 30 June»: the day that is named is the last of them
            if (UpTo(scan, end) is > 0 and var upTo && (start > at || count > 1 || scan.IsAny(end, "ended", "ending")))
                foreach (var anchor in Anchors(scan, scan.Skip(upTo, "the")))
                {
                    var firstOf = Calendar.Plus(anchor.Value.Last.PlusDays(1), unit, -count);
                    yield return new(anchor.End, new Span(firstOf, anchor.Value.Last, DateReadingKind.Range, DayText.Range(firstOf, anchor.Value.Last), .93).Preferred(anchor.Value.Preference));
                    // «the month to 15 October» may begin with the month as well
                    if (count == 1 && unit is Unit.Month or Unit.Quarter or Unit.Year && scan.Calendar.StartOf(unit, anchor.Value.Last) is var begun && begun != firstOf)
                        yield return new(anchor.End, new Span(begun, anchor.Value.Last, DateReadingKind.Range, DayText.Range(begun, anchor.Value.Last), .93).Preferred(anchor.Value.Preference));
                }
            var isBefore = scan.IsAny(end, "before", "preceding", "until") || scan.After(end, "leading", "up", "to") > 0 || scan.After(end, "prior", "to") > 0;
            var isAfter = scan.IsAny(end, "after", "following", "from", "since");
            if (scan.IsAny(end, "starting", "beginning", "commencing"))
                foreach (var anchor in Anchors(scan, scan.Skip(scan.Skip(end + 1, "on", "from"), "the")))
                {
                    var lastOf = Calendar.Plus(anchor.Value.First, unit, count).PlusDays(-1);
                    yield return new(anchor.End, new Span(anchor.Value.First, lastOf, DateReadingKind.Range, DayText.Range(anchor.Value.First, lastOf), .93).Preferred(anchor.Value.Preference));
                }
            if (!isBefore && !isAfter) continue;
            var next = scan.IsAny(end, "leading") ? end + 3 : scan.IsAny(end, "prior") ? end + 2 : end + 1;
            foreach (var anchor in Anchors(scan, scan.Skip(next, "the")))
            {
                var (first, last) = isBefore
                    ? (Calendar.Plus(anchor.Value.First, unit, -count), anchor.Value.First.PlusDays(-1))
                    : (anchor.Value.Last.PlusDays(1), Calendar.Plus(anchor.Value.Last, unit, count));
                if (first <= last)
                    yield return new(anchor.End, new Span(first, last, DateReadingKind.Range, DayText.Range(first, last), .93).Preferred((hasArticle ? 1 : .8) * anchor.Value.Preference));
                var day = isBefore ? first : last;
                if (!hasArticle) yield return new(anchor.End, Span.Day(day, DayText.Day(day), .93).Preferred(.95 * anchor.Value.Preference));
            }
        }
    }

    /// <summary>The place after «up to», «ending on», «to»; −1 where none stands.</summary>
    private static int UpTo(Scan scan, int at)
    {
        if (scan.After(at, "up", "to") is > 0 and var up) return scan.After(up, "and", "including") is > 0 and var including ? including : up;
        return scan.IsAny(at, "ending", "ended", "to") ? scan.Skip(at + 1, "on", "with") : -1;
    }

    private static IEnumerable<Read<Span>> Anchors(Scan scan, int at) =>
        scan.Days(at).Concat(scan.Loose(at).Where(l => !l.Value.IsBareNumber && l.Value is not { Unit: Unit.Day, Month: null })
            .Select(l => new Read<Span?>(l.End, l.Value.LatestBy(scan.Calendar, scan.Today))).Where(r => r.Value is not null).Select(r => new Read<Span>(r.End, r.Value!)));

    private static IEnumerable<(int End, int Count, Unit Unit)> One(Scan scan, int at)
    {
        if (scan.IsAny(at, "day", "week", "fortnight", "month", "quarter", "year")) yield return (at + 1, 1, Lexicon.Units[scan.Text(at)]);
    }

    /// <summary>A number of units: 3 days, two weeks, a month, 24h.</summary>
    public static IEnumerable<(int End, int Count, Unit Unit)> Counted(Scan scan, int at)
    {
        foreach (var count in scan.Counts(at))
            if (UnitAt(scan, count.End, count.End == at + 1 && scan.Touches(count.End)) is { } unit) yield return (unit.End, count.Value, unit.Value);
        if (scan.IsAny(at, "a", "an", "one") && UnitAt(scan, at + 1, false) is { } single) yield return (single.End, 1, single.Value);
    }

    /// <summary>A unit by its name; a single letter is one only right behind its number, a hyphen may stand between.</summary>
    public static Read<Unit>? UnitAt(Scan scan, int at, bool isGlued)
    {
        if (scan.Is(at, "-") && scan.Touches(at) && scan.Touches(at + 1)) at++;
        var text = scan.Text(at);
        if (text.Length == 1 && !isGlued) return null;
        return Lexicon.Units.TryGetValue(text, out var unit) ? new(at + 1, unit) : null;
    }

    public static DateReadingKind KindOf(Unit unit) => unit switch
    {
        Unit.Day => DateReadingKind.Day,
        Unit.Week or Unit.Fortnight => DateReadingKind.Week,
        Unit.Month => DateReadingKind.Month,
        Unit.Quarter => DateReadingKind.Quarter,
        Unit.Half => DateReadingKind.Half,
        _ => DateReadingKind.Year,
    };

    public static string NameOf(Unit unit) => unit.ToString().ToLowerInvariant();
}
