using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Dates.Periods;

namespace SupportCopilot.Questions.Dates.Grammar;

/// <summary>Whatever means a time, with the words that lead to it: in March, over the last week, from 3 to 9 May, since Monday, at weekends in June.</summary>
internal static class PhraseRules
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at) =>
        Led(scan, at).Concat(Ranges.At(scan, at)).Concat(OneEnded.At(scan, at)).Concat(DayFilters.At(scan, at)).Concat(DayTimes.At(scan, at)).Concat(DayRange.FurtherBack(scan, at)).Concat(ListedDays.Singles(scan, at));

    private static IEnumerable<Read<Span>> Led(Scan scan, int at)
    {
        foreach (var read in scan.Periods(at)) yield return read;
        var lead = LeadWords(scan, at);
        if (lead == at) yield break;
        foreach (var (end, span) in scan.Periods(lead))
            if (scan.Is(at, "over") && scan.Is(end - 1, "ago")) continue;   // more than so long ago
            else if (!scan.Is(at, "within") || span.Kind is DateReadingKind.Rolling or DateReadingKind.Hours || span.First <= scan.Today)
                yield return new(end, Surer(scan, at, span));
    }

    /// <summary>in, on, during, over the course of, … with an article behind.</summary>
    private static int LeadWords(Scan scan, int at)
    {
        if (!scan.IsAny(at, "in", "on", "during", "over", "for", "within", "throughout", "across", "of", "from", "at", "@")) return at;
        var course = scan.After(at + 1, "the", "course", "of");
        var month = scan.After(at + 1, "the", "month", "of");
        return course > 0 ? course : month > 0 ? month : at + 1;
    }

    /// <summary>
    /// «in March» is hardly a name any more, «in 2025» hardly a number, and «over the past month» rather rolls. «from March»
    /// may begin there as well, and «for March» may be what it is about.
    /// </summary>
    private static Span Surer(Scan scan, int at, Span span)
    {
        var gain = scan.IsAny(at, "in", "during", "throughout", "on") ? .7 : scan.IsAny(at, "for", "within", "of", "over", "across", "at") ? .4 : .3;
        if (scan.IsAny(at, "over", "within") && span is { Kind: DateReadingKind.Rolling, Preference: < .6 }) return span with { Preference = .95 };
        if (scan.IsAny(at, "in") && span is { Kind: DateReadingKind.Rolling, Preference: < .6 }) return span with { Preference = .8 };
        return span.Surely < .95 && !span.IsBackReference ? span with { Surely = span.Surely + (.95 - span.Surely) * gain } : span;
    }
}
