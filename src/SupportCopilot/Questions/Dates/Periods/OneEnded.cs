using NodaTime;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>
/// One end: since and from … on (counted in, up to today), after (not counted in), before (not counted in), until and by
/// (counted in).
/// </summary>
internal static class OneEnded
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        foreach (var (lead, side) in Leads(scan, at))
            foreach (var end in Ends(scan, lead))
                foreach (var stop in After(scan, end.End, side))
                    if (Of(scan, end.Value, side) is { } span) yield return new(stop, span);
        if (scan.IsAny(at, "from")) yield break;
        foreach (var end in Ends(scan, at))
            if (Tail(scan, end.End) is { } tail && Of(scan, end.Value, tail.Value) is { } span) yield return new(tail.End, span);
    }

    private enum Side
    {
        Since,
        After,
        Before,
        Until,
        FromOn,
    }

    private static IEnumerable<(int Lead, Side Side)> Leads(Scan scan, int at)
    {
        if (scan.Is(at, "since")) yield return (at + 1, Side.Since);
        if (scan.IsAny(at, "starting", "beginning", "commencing")) yield return (scan.Skip(at + 1, "from", "on", "in"), Side.Since);
        if (scan.Is(at, "from")) yield return (at + 1, Side.FromOn);
        if (scan.After(at, "as", "of") is > 0 and var asOf) yield return (asOf, Side.FromOn);
        if (scan.After(at, "no", "earlier", "than") is > 0 and var noEarlier) yield return (noEarlier, Side.Since);
        if (scan.After(at, "not", "before") is > 0 and var notBefore) yield return (notBefore, Side.Since);
        if (scan.Is(at, "after")) yield return (at + 1, Side.After);
        if (scan.After(at, "later", "than") is > 0 and var later) yield return (later, Side.After);
        if (scan.Is(at, "before")) yield return (at + 1, Side.Before);
        if (scan.After(at, "prior", "to") is > 0 and var prior) yield return (prior, Side.Before);
        if (scan.After(at, "earlier", "than") is > 0 and var earlier) yield return (earlier, Side.Before);
        // «by month May 2026» splits, and names no end
        if (scan.IsAny(at, "until", "till", "til", "by", "through") && !(scan.Is(at, "by") && scan.IsAny(at + 1, "day", "week", "month", "quarter", "year"))) yield return (at + 1, Side.Until);
        if (scan.After(at, "up", "to") is > 0 and var up) yield return (scan.After(up, "and", "including") is > 0 and var including ? including : up, Side.Until);
        if (scan.After(at, "up", "until") is > 0 and var upUntil) yield return (upUntil, Side.Until);
        if (scan.After(at, "no", "later", "than") is > 0 and var noLater) yield return (noLater, Side.Until);
        if (scan.After(at, "not", "after") is > 0 and var notAfter) yield return (notAfter, Side.Until);
        if (scan.After(at, "on", "or", "before") is > 0 and var onOrBefore) yield return (onOrBefore, Side.Until);
        if (scan.After(at, "on", "or", "after") is > 0 and var onOrAfter) yield return (onOrAfter, Side.Since);
    }

    /// <summary>9 May or later, and after, onwards; or earlier, and before.</summary>
    private static Read<Side>? Tail(Scan scan, int at)
    {
        if (scan.IsAny(at, "onwards", "onward")) return new(at + 1, Side.Since);
        if (!scan.IsAny(at, "or", "and")) return null;
        return scan.IsAny(at + 1, "later", "after", "onwards", "onward") ? new(at + 2, Side.Since)
            : scan.IsAny(at + 1, "earlier", "before") ? new(at + 2, Side.Until) : null;
    }

    /// <summary>«from March onwards» says what «from March» leaves open.</summary>
    private static IEnumerable<int> After(Scan scan, int at, Side side)
    {
        if (side is Side.FromOn)
        {
            if (scan.IsAny(at, "onwards", "onward", "on", "forward", "forwards")) yield return at + 1;
            yield break;
        }
        yield return at;
    }

    private static IEnumerable<Read<Span>> Ends(Scan scan, int at)
    {
        foreach (var read in scan.Periods(at).Concat(Ranges.Edges(scan, at)))
            if (read.Value.Kind is not (DateReadingKind.AllTime or DateReadingKind.ToDate) && read.Value.Days is null && read.Value.From is null) yield return read;
        foreach (var mid in Ranges.Mids(scan, at))
            if ((mid.Value.Year is null ? mid.Value.LatestBy(scan.Calendar, scan.Today) : mid.Value.Occurrence(scan.Calendar, scan.Today, 0)) is { } day) yield return new(mid.End, day);
        var article = scan.Skip(at, "the");
        if (article == at) yield break;
        foreach (var read in scan.Periods(article))
            if (read.Value.Kind is DateReadingKind.Day or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Year) yield return read;
    }

    private static Span? Of(Scan scan, Span end, Side side)
    {
        // «before the last 7 days» is odd, but exact; a future beginning is kept, so that it can be named as such.
        var (today, sure) = (scan.Today, Math.Max(end.Surely, .9));
        var boundary = end.First > end.Last;
        return side switch
        {
            Side.Since or Side.FromOn => Up(end.First, $"since {Name(end.First)}"),
            Side.After => Up(end.Last.PlusDays(1), $"after {Name(end.Last)}"),
            Side.Before => Down(end.First.PlusDays(-1), $"before {Name(end.First)}"),
            _ => Down(end.Last, $"until {Name(end.Last)}"),
        };

        Span Up(LocalDate first, string label) =>
            new(first, first > today ? first : today, DateReadingKind.OneEnded, boundary ? $"since {Name(first)}" : label, sure) { Preference = end.Preference };
        Span Down(LocalDate last, string label) =>
            new(LocalDate.MinIsoValue, last, DateReadingKind.OneEnded, boundary ? $"until {Name(last)}" : label, sure) { Preference = end.Preference };
        static string Name(LocalDate day) => DayText.Range(day, day);
    }
}
