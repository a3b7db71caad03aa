using System.Globalization;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Estimates;

/// <summary>An estimate in words, which never look like those of a counted figure.</summary>
internal static class EstimateText
{
    private const int Named = 3;

    public static string Of(Reading reading, Estimate made)
    {
        var sample = string.Create(CultureInfo.InvariantCulture, $"from a sample of {FigureWords.Count(made.Tickets, "tickets")} (one in {made.OneIn:N0} was looked at)");
        var surely = FigureWords.Percent(Estimate.Confidence);
        var later = "The exact answer is being worked out and comes here.";
        return reading.Plan is { GroupBy.Count: 0, Grain: null }
            ? $"{Plain(reading, made, surely)} This is an estimate {sample}. {later}"
            : $"{Split(reading, made)} These are estimates {sample}; {surely} sure, all true figures lie within the bounds beside them. {later}";
    }

    private static string Plain(Reading reading, Estimate made, string surely)
    {
        var sentences = new List<string>();
        for (var i = 0; i < reading.Plan.Measures.Count; i++)
        {
            var (measure, row) = (reading.Plan.Measures[i], made.Rows[0]);
            var known = Catalog.Measure(measure.Name);
            var (when, like, unit) = (AboutWhat.When(reading, measure.Clock), AboutWhat.Like(reading.Plan), known.Unit);
            var (value, bounds) = (FigureWords.Of(row[3 * i], unit), $"({surely} sure: {FigureWords.Of(row[3 * i + 1], unit)} to {FigureWords.Of(row[3 * i + 2], unit)})");
            sentences.Add(known.Over is Aggregate.Count
                ? $"About {value} tickets{like} {AboutWhat.Verb(reading.Plan, measure, isOne: false)} {when} {bounds}."
                : $"The {Title(measure, known)} of tickets{like} {measure.Clock} {when} {(known.Name == "replies" ? "come to" : "was")} about {value} {bounds}.");
        }

        return string.Join(' ', sentences);
    }

    private static string Split(Reading reading, Estimate made)
    {
        var (plan, first) = (reading.Plan, Catalog.Measure(reading.Plan.Measures[0].Name));
        var labels = plan.GroupBy.Count + (plan.Grain is null ? 0 : 1);
        string[] by = [.. plan.Grain is { } grain ? new[] { $"per {grain}" } : [], .. plan.GroupBy.Count > 0 ? new[] { "by " + string.Join(" and ", plan.GroupBy.Select(name => Catalog.Dimension(name).Title)) } : []];
        var title = string.Join(" and ", plan.Measures.Select(measure => Title(measure, Catalog.Measure(measure.Name))));
        var shown = plan.Grain is null ? made.Rows.Take(Named).Select(row => $"{string.Join(", ", row.Take(labels).Select(label => label?.ToString() ?? "none"))}: about {FigureWords.Of(row[labels], first.Unit)}").ToList() : [];
        var head = $"{char.ToUpperInvariant(title[0])}{title[1..]} {string.Join(' ', by)}{AboutWhat.Like(plan)}, {AboutWhat.When(reading, plan.Measures[0].Clock)}";
        return shown.Count == 0 ? $"{head}." : $"{head}. {string.Join(", ", shown)}{(made.Rows.Count > shown.Count ? $", and {FigureWords.Number(made.Rows.Count - shown.Count)} more" : "")}.";
    }

    private static string Title(PlanMeasure measure, Measure known) =>
        measure.Part.Count > 0 ? $"share with {string.Join(" and ", measure.Part.Select(Interpretation.Filter))}" : known.Title;
}
