using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>Days with the words before them: «in May», «at the end of February», «compared with last week».</summary>
internal static class PeriodRules
{
    private const double SureWithPreposition = 0.9;   // «in May» is the month, whatever a bare «May» may be
    private static readonly FillerKind[] Little = [FillerKind.Plain, FillerKind.Mark];

    public static void Apply(Chart chart)
    {
        for (var start = chart.Words.Count - 1; start >= 0; start--)
        {
            foreach (var filler in chart.From(start).Where(edge => edge.Part is FillerPart { Kind: FillerKind.Preposition }).ToList()) AfterPreposition(chart, filler);
            Instant(chart, start);
        }

        for (var start = 0; start < chart.Words.Count; start++)
        {
            foreach (var versus in chart.Of<VersusPart>(start).Where(edge => edge.Part is VersusPart { IsVerb: false })) Compared(chart, versus, needsChange: false, 1);
            foreach (var than in chart.From(start).Where(edge => edge.Part is FillerPart { Kind: FillerKind.Than }).ToList()) Compared(chart, than, needsChange: true, 1);
            if (chart.Words[start].Text is "from" or "over" or "on" || chart.Words[start].Text is "since" && start + 1 < chart.Words.Count && chart.Words[start + 1].Text is "last" or "yesterday") Compared(chart, new Edge(start, start + 1, new VersusPart(), 1), needsChange: true, 1.9);
            if (chart.Words[start].Text is "on" or "from" && start > 0 && chart.Words[start - 1].Text is "up" or "down" or "more" or "fewer" or "higher" or "lower") Compared(chart, new Edge(start, start + 1, new VersusPart(), 1), needsChange: true, 0.2);   // «up or down on September»
            if (chart.Words[start].Text is "between" or "from") Changed(chart, start);
            if (chart.Words[start].Text is "with" or "and" or "to") Compared(chart, new Edge(start, start + 1, new VersusPart(), 1), needsChange: true, IsSecondEnd(chart, start) ? 3 : 1.3);
        }

        for (var at = 1; at + 1 < chart.Words.Count; at++)   // «in March or in May»: both of them
            if (chart.Words[at].Text is "or" && chart.After<PeriodPart>(at + 1, Little).Count > 0 && Enumerable.Range(Math.Max(0, at - 6), Math.Min(at, 6)).Any(start => chart.Of<PeriodPart>(start).Any(edge => edge.End == at))) chart.Add(at, at + 1, new FillerPart(FillerKind.And), 0.3);
        SideBySide(chart);
        if (Enumerable.Range(0, chart.Words.Count).Any(at => chart.Of<ChangePart>(at).Count > 0)) FromTo(chart);
    }

    /// <summary>«change in tickets Sept to Oct»: the second against the first, and no range.</summary>
    private static void FromTo(Chart chart)
    {
        for (var at = 0; at < chart.Words.Count; at++)
            foreach (var first in chart.Of<PeriodPart>(at))
            {
                if (((PeriodPart)first.Part).Reading is not { Kind: DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Half or DateReadingKind.Year } one || first.End >= chart.Words.Count || chart.Words[first.End].Text is not ("to" or "-")) continue;
                foreach (var second in chart.After<PeriodPart>(first.End + 1, Little))
                {
                    if (((PeriodPart)second.Part).Reading is not { } other || other.Kind != one.Kind || other.FirstDay <= one.FirstDay) continue;
                    chart.Add(first.Start, first.End, new ComparePart("period", one) { NeedsChange = true }, 1);
                    chart.Add(first.End, second.End, second.Part, 1.05);
                }
            }
    }

    /// <summary>«comparison May to April», «difference May / April»: with a word that compares, the first is held against the second, and neither is a name.</summary>
    private static void SideBySide(Chart chart)
    {
        var verb = Enumerable.Range(0, chart.Words.Count).FirstOrDefault(at => chart.Of<VersusPart>(at).Any(edge => edge.Part is VersusPart { IsVerb: true }) || chart.Words[at].Text is "difference", -1);
        if (verb < 0) return;
        for (var at = 0; at < chart.Words.Count; at++)
        {
            if (at > 0 && chart.Words[at - 1].Text is "from" || at > 1 && chart.Words[at - 1].Text is "between" && chart.Words[at - 2].Text is not ("comparison" or "difference" or "compare" or "comparing")) continue;   // from the first to the second
            foreach (var first in chart.Of<PeriodPart>(at))
            {
                if (((PeriodPart)first.Part).Reading is not { Kind: DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Half or DateReadingKind.Year } one || first.End >= chart.Words.Count) continue;
                if (chart.Words[first.End].Text is not ("to" or "and" or "with" or "/" or "-" or "against")) continue;
                foreach (var second in chart.After<PeriodPart>(first.End + 1, Little))
                {
                    if (((PeriodPart)second.Part).Reading is not { } other || other.Kind != one.Kind || other.FirstDay == one.FirstDay) continue;
                    chart.Add(first.Start, first.End, first.Part, 1.05);
                    chart.Add(first.End, second.End, new ComparePart("period", other) { NeedsChange = true }, 1);
                }
            }
        }
    }

    private static void AfterPreposition(Chart chart, Edge filler)
    {
        foreach (var same in chart.After<PeriodPart>(filler.End, Little).GroupBy(days => (days.Start, days.End)))
        {
            // All readings of the same words become surer together: which of them is meant is as open as before.
            var best = same.Max(days => ((PeriodPart)days.Part).Reading.Score);
            var lift = Math.Max(0, SureWithPreposition - best) * LexicalRules.CostOfDoubt;
            foreach (var days in same) chart.Add(filler.Start, days.End, days.Part, Math.Max(1, days.Cost - lift) + 0.05);
        }
    }

    /// <summary>«at the end of February», «as of 31 March», «by the start of the year».</summary>
    private static void Instant(Chart chart, int start)
    {
        var words = chart.Words;
        if (words[start].Text is "as" && start + 1 < words.Count && words[start + 1].Text is "of" or "at" or "on")
        {
            foreach (var days in chart.After<PeriodPart>(start + 2, Little)) chart.Add(start, days.End, new InstantPart(((PeriodPart)days.Part).Reading, false) { IsAsOf = true }, days.Cost);
        }

        if (words[start].Text is "at" or "on" or "by")
        {
            foreach (var days in chart.After<PeriodPart>(start + 1, Little))
                if (((PeriodPart)days.Part).Reading.Kind is DateReadingKind.Day) chart.Add(start, days.End, new InstantPart(((PeriodPart)days.Part).Reading, false), days.Cost);
        }

        if (words[start].Text is "year" or "month" or "quarter" or "week")   // «at year end 2025», «month-end May»
        {
            var end = start + 1 < words.Count && words[start + 1].Text == "-" ? start + 2 : start + 1;
            if (end < words.Count && words[end].Text == "end")
                foreach (var days in chart.After<PeriodPart>(end + 1, FillerKind.Plain, FillerKind.Preposition)) chart.Add(start, days.End, new InstantPart(((PeriodPart)days.Part).Reading, false), Math.Max(1, days.Cost - 3));
        }

        for (var at = start; at < Math.Min(start + 4, words.Count - 2); at++)
        {
            if (words[at].Text is not ("end" or "close" or "start" or "beginning") || words[at + 1].Text != "of") continue;
            if (Enumerable.Range(start, at - start).Any(i => words[i].Text is not ("at" or "by" or "as" or "of" or "the" or "on" or "until"))) continue;
            foreach (var days in chart.After<PeriodPart>(at + 2, Little)) chart.Add(start, days.End, new InstantPart(((PeriodPart)days.Part).Reading, words[at].Text is "start" or "beginning"), days.Cost - 0.1);
        }
    }

    /// <summary>«the 7 days before», «the previous 30 days»: as many days right before, which the period must have as well.</summary>
    private static IEnumerable<(int End, double Days)> AsLongBefore(Chart chart, int from)
    {
        var words = chart.Words;
        var at = from < words.Count && words[from].Text is "the" ? from + 1 : from;
        var isBefore = at < words.Count && words[at].Text is "previous" or "prior" or "preceding";
        foreach (var time in chart.Of<DurationPart>(isBefore ? at + 1 : at))
        {
            var days = ((DurationPart)time.Part).Minutes / 1440;
            if (days != Math.Floor(days)) continue;
            if (isBefore) yield return (time.End, days);
            else if (time.End < words.Count && words[time.End].Text is "before" or "prior" or "earlier" or "preceding") yield return (time.End + 1 < words.Count && words[time.End + 1].Text is "that" or "those" ? time.End + 2 : time.End + 1, days);
        }
    }

    // The «and» of «between Q4 and Q1» joins, and compares with nothing behind it.
    private static bool IsSecondEnd(Chart chart, int at)
    {
        for (var before = at - 1; before >= Math.Max(0, at - 6); before--)
            if (chart.Words[before].Text is "between" or "from") return true;
        return false;
    }

    /// <summary>«growth between Q4 and Q1»: the second compared with the first. Two days are rather the ends of what is asked about.</summary>
    private static void Changed(Chart chart, int start)
    {
        foreach (var first in chart.After<PeriodPart>(start + 1, Little))
        {
            if (((PeriodPart)first.Part).Reading.Kind is DateReadingKind.Day or DateReadingKind.Range or DateReadingKind.Hours || first.End >= chart.Words.Count) continue;
            if (chart.Words[first.End].Text is not ("and" or "to")) continue;
            foreach (var second in chart.After<PeriodPart>(first.End + 1, Little).Where(edge => ((PeriodPart)edge.Part).Reading.Kind == ((PeriodPart)first.Part).Reading.Kind))
            {
                chart.Add(start, first.End, new ComparePart("period", ((PeriodPart)first.Part).Reading) { NeedsChange = true }, 1);
                if (chart.Words[start].Text is "between") chart.Add(first.End, second.End, second.Part, Math.Min(second.Cost, 1.1));   // the other end, whatever «May» may be by itself
            }
        }
    }

    private static void Compared(Chart chart, Edge cue, bool needsChange, double cost)
    {
        foreach (var (end, days) in AsLongBefore(chart, cue.End)) chart.Add(cue.Start, end, new ComparePart("previousPeriod", null) { NeedsChange = needsChange, Days = days }, cost);
        foreach (var place in chart.Positions(cue.End, FillerKind.Plain, FillerKind.Preposition, FillerKind.Mark))
        {
            foreach (var days in chart.Of<PeriodPart>(place)) chart.Add(cue.Start, days.End, new ComparePart("period", ((PeriodPart)days.Part).Reading) { NeedsChange = needsChange, IsWhole = Enumerable.Range(cue.End, Math.Max(0, days.End - cue.End)).Any(at => chart.Words[at].Text is "all" or "whole" or "full" or "entire" or "complete") }, cost + Math.Max(0, days.Cost - 1));
            foreach (var way in chart.Of<ComparePart>(place).Where(edge => edge.Part is ComparePart { With: null })) chart.Add(cue.Start, way.End, (ComparePart)way.Part with { NeedsChange = needsChange }, cost);
        }
    }
}
