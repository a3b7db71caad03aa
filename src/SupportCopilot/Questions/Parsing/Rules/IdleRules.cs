using System.Globalization;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>Tickets that nothing happened to: «not updated in 7 days», «untouched for a week», «no activity since Monday», «last updated over 3 days ago».</summary>
internal static class IdleRules
{
    private const string Field = "idleMinutes";

    private static readonly string[] Changed = ["updated", "touched", "changed", "modified"];
    private static readonly string[] Idle = ["untouched", "idle", "inactive", "stale", "unchanged", "unmodified", "dormant"];
    private static readonly string[] Nouns = ["update", "updates", "activity", "movement", "change", "changes"];
    private static readonly string[] Skipped = ["been", "any", "in", "for", "within", "during", "over", "the", "last", "past", "on", "it", "them", "at", "all"];

    public static void Apply(Chart chart)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            if (Idle.Contains(chart.Words[start].Text)) After(chart, start, start + 1);
            if (chart.Words[start].Text is "last" && start + 1 < chart.Words.Count && chart.Words[start + 1].Text is "updated" or "touched" or "changed" or "update" or "modified") Ago(chart, start, start + 2);
            foreach (var end in chart.Of<NotPart>(start).Concat(chart.Of<WithoutPart>(start)).Select(edge => edge.End).Distinct().ToList())
            {
                var at = Skip(chart, end, "been", "any", "had", "have", "seen", "a", "an");
                if (at < chart.Words.Count && (Changed.Contains(chart.Words[at].Text) || Nouns.Contains(chart.Words[at].Text))) After(chart, start, at + 1);
            }
        }
    }

    /// <summary>«… in 7 days», «… for more than a week», «… since 1 November».</summary>
    private static void After(Chart chart, int start, int from)
    {
        var at = Skip(chart, from, Skipped);
        foreach (var (end, minutes) in Spans.From(chart, at)) Add(chart, start, end, "moreThan", minutes);
        foreach (var op in chart.Of<BoundOpPart>(at).Concat(chart.Of<BoundOpPart>(from)).Where(edge => edge.Part is BoundOpPart { Op: "moreThan" or "atLeast" }).ToList())
            foreach (var (end, minutes) in Spans.From(chart, op.End)) Add(chart, start, end, ((BoundOpPart)op.Part).Op, minutes);
        foreach (var place in new[] { from, at }.Distinct())
            foreach (var days in chart.Of<PeriodPart>(place))
                if (((PeriodPart)days.Part).Reading is { HasNoBeginning: false, Days: null, From: null, To: null, Kind: not (DateReadingKind.AllTime or DateReadingKind.Hours or DateReadingKind.DaysOfWeek or DateReadingKind.Rolling) } reading && SeveralPeriods.Days("updatedDays", "isNot", [reading]) is { } filter)
                    chart.Add(start, days.End, new FilterPart(new FilterSet([filter])), 0.7);
                else if (((PeriodPart)days.Part).Reading is { Kind: DateReadingKind.Rolling } rolling && NodaTime.Period.DaysBetween(rolling.FirstDay, rolling.LastDay) + 1 is > 0 and var count)
                    Add(chart, start, days.End, "moreThan", count * 1440.0);
    }

    /// <summary>«last updated more than 3 days ago», «last update over a week ago».</summary>
    private static void Ago(Chart chart, int start, int from)
    {
        var at = Skip(chart, from, "was", "is", "were");
        foreach (var op in chart.Of<BoundOpPart>(at).Where(edge => edge.Part is BoundOpPart { Op: "moreThan" or "atLeast" }).ToList())
            foreach (var (end, minutes) in Spans.From(chart, op.End))
                if (end < chart.Words.Count && chart.Words[end].Text is "ago") Add(chart, start, end + 1, ((BoundOpPart)op.Part).Op, minutes);
    }

    private static void Add(Chart chart, int start, int end, string op, double minutes) =>
        chart.Add(start, end, new FilterPart(Field, op, Math.Round(minutes).ToString(CultureInfo.InvariantCulture)), 0.6);

    private static int Skip(Chart chart, int at, params string[] words)
    {
        while (at < chart.Words.Count && words.Contains(chart.Words[at].Text)) at++;
        return at;
    }
}
