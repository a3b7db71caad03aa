using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>Spans of time up to now: a month or a year is as long as the calendar has it, and reckoned back from today.</summary>
internal static class Spans
{
    /// <summary>The spans that begin at a word, in minutes: «7 days», «two months», «a year».</summary>
    public static IEnumerable<(int End, double Minutes)> From(Chart chart, int at)
    {
        foreach (var time in chart.Of<DurationPart>(at)) yield return (time.End, ((DurationPart)time.Part).Minutes);
    }

    /// <summary>Makes «two months» and «a year» spans of time, which have no length of their own.</summary>
    public static void AddOfCalendar(Chart chart, DateContext dates)
    {
        for (var at = 0; at + 1 < chart.Words.Count; at++)
        {
            if (chart.Words[at + 1].Text is not ("month" or "months" or "year" or "years" or "quarter" or "quarters") || !IsHeld(chart, at)) continue;
            var count = chart.Words[at].Text is "a" or "an" ? 1 : chart.Of<NumberPart>(at).Where(edge => edge.End == at + 1).Select(edge => ((NumberPart)edge.Part).Value).FirstOrDefault();
            if (count is < 1 or > 120 || count != Math.Floor(count)) continue;
            var months = (int)count * (chart.Words[at + 1].Text[0] switch { 'm' => 1, 'q' => 3, _ => 12 });
            var now = dates.AsOf.InZone(dates.Zone);
            var then = dates.Zone.AtLeniently(now.LocalDateTime.PlusMonths(-months));
            chart.Add(at, at + 2, new DurationPart((now.ToInstant() - then.ToInstant()).TotalMinutes), 0.5);
        }
    }

    /// <summary>Only where an age is told: «older than a month», «not updated in two months»; elsewhere they are days of the calendar.</summary>
    private static bool IsHeld(Chart chart, int at)
    {
        if (at + 2 < chart.Words.Count && chart.Words[at + 2].Text is "old") return true;
        for (var before = at - 1; before >= Math.Max(0, at - 6); before--)
            if (chart.Words[before].Text is "older" or "younger" or "newer" or "updated" or "untouched" or "idle" or "inactive" or "stale" or "touched" or "changed" or "activity" or "update" or "updates" or "modified" or "unchanged") return true;
        return false;
    }
}
