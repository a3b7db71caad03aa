using System.Globalization;
using SupportCopilot.Questions.Catalogue;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>Questions that are written as headings of a report: «Median first reply time (hrs) by group», «Reopened tickets (%)», «top5 teams».</summary>
internal static class HeadingRules
{
    private static readonly string[] Units = ["h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minute", "minutes", "s", "sec", "secs", "seconds", "d", "day", "days", "count", "number", "no", "#", "nr"];
    private static readonly Dictionary<string, string> RateOf = new() { ["reopened"] = "reopenRate", ["oneTouch"] = "oneTouchRate", ["escalations"] = "escalationRate" };

    public static void Apply(Chart chart)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            if (chart.Words[start].Text is "(" or "[") InBrackets(chart, start);
            Touching(chart, start);
            if (chart.Words[start].Text is "%" && start > 0)   // «reopen % by product»
                foreach (var edge in chart.Of<MeasurePart>(start - 1))
                    if (edge.End == start && edge.Part is MeasurePart { Name: var name } && RateOf.TryGetValue(name, out var rate)) chart.Add(start - 1, start + 1, new MeasurePart(rate), 0.9);
        }
    }

    /// <summary>«(hrs)» tells the unit that a time is to be shown in, and «(%)» that a rate is meant.</summary>
    private static void InBrackets(Chart chart, int start)
    {
        if (start == 0 || start + 2 >= chart.Words.Count || chart.Words[start + 2].Text is not (")" or "]")) return;
        var inside = chart.Words[start + 1].Text;
        if (inside is "%" or "percent" or "pct" or "percentage") OfRate(chart, start);
        else if (Units.Contains(inside)) chart.Add(start, start + 3, new FillerPart(FillerKind.Plain), 0.05);
    }

    private static void OfRate(Chart chart, int bracket)
    {
        for (var at = Math.Max(0, bracket - 4); at < bracket; at++)
        {
            foreach (var edge in chart.Of<MeasurePart>(at))
            {
                if (edge.End != bracket || edge.Part is not MeasurePart { Name: var name }) continue;
                if (RateOf.TryGetValue(name, out var rate)) chart.Add(at, bracket + 3, new MeasurePart(rate), 0.9);
                if (Catalog.Measure(name).Unit == "share") chart.Add(bracket, bracket + 3, new FillerPart(FillerKind.Plain), 0.05);
            }

            // «reopened tickets» read as a demand and its noun
            foreach (var edge in chart.Of<FilterPart>(at))
                if (edge.Part is FilterPart { Filters.All: [{ Field: "reopens", Op: "atLeast" }] })
                    foreach (var noun in chart.Of<MeasurePart>(edge.End))
                        if (noun.End == bracket && noun.Part is MeasurePart { Name: "tickets" }) chart.Add(at, bracket + 3, new MeasurePart("reopenRate"), 0.9);
        }
    }

    /// <summary>«top5», «bottom3».</summary>
    private static void Touching(Chart chart, int at)
    {
        var text = chart.Words[at].Text;
        var letters = text.StartsWith("top", StringComparison.Ordinal) ? 3 : text.StartsWith("bottom", StringComparison.Ordinal) ? 6 : 0;
        if (letters == 0 || text.Length <= letters || text.Length > letters + 3 || !int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1) return;
        chart.Add(at, at + 1, new RankPart(count, letters == 3 ? RankWay.Most : RankWay.Least), 1);
    }
}
