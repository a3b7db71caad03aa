using System.Globalization;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Answers;

/// <summary>How each figure of a plan is computed, in plain words: what is counted, by which clock, and what is left out.</summary>
internal static class HowComputed
{
    public static IReadOnlyList<string> Of(Plan plan) => [.. plan.Measures.Select(measure => Of(measure, Catalog.Measure(measure.Name))).Concat(Besides(plan)).Distinct()];

    private static string Of(PlanMeasure measure, Measure known)
    {
        var sentence = $"{char.ToUpperInvariant(known.Title[0])}{known.Title[1..]}: {Made(measure, known)}, {Clock(measure.Clock)}.";
        string?[] more = [known.How, Calendar(known), LeftOut(known)];
        return string.Join(' ', more.OfType<string>().Prepend(sentence));
    }

    private static string Made(PlanMeasure measure, Measure known) => known.Over switch
    {
        Aggregate.Count when known.Clock == Clocks.Open => "tickets that were created by that moment and were not solved or closed at it",
        Aggregate.Count when known.Name is "solved" => "tickets whose status is solved or closed",
        Aggregate.Count when known.Name is "reopened" => "tickets that were reopened at least once",
        Aggregate.Count => "tickets, each counted once; deleted ones are not",
        Aggregate.Sum => "the numbers of all tickets added up",
        Aggregate.Average => "the arithmetic mean over the tickets that have a value",
        Aggregate.Percentile when known.Percentile == 100 => "the largest value",
        Aggregate.Percentile when known.Percentile == 0 => "the smallest value",
        Aggregate.Percentile when known.Percentile == 50 => "the exact middle value; of an even number of tickets the mean of the two in the middle",
        Aggregate.Percentile => string.Create(CultureInfo.InvariantCulture, $"the exact value that {known.Percentile} % of the tickets do not exceed, by linear interpolation between the two nearest"),
        Aggregate.Distinct => "different values, each counted once; tickets without one are left out",
        _ when measure.Part.Count > 0 => $"tickets with {string.Join(" and ", measure.Part.Select(Interpretation.Filter))}, divided by all tickets of the question",
        _ when known.Name == "share" => "the tickets of each group, divided by those of all groups",
        _ => "tickets of which it holds, divided by all tickets that can have it",
    };

    private static string Clock(string clock) => clock switch
    {
        Clocks.Created => "put into the period by when they were created",
        Clocks.Solved => "put into the period by when they were last solved",
        Clocks.Updated => "put into the period by when they were last updated",
        Clocks.Open => "as they stood at that moment",
        _ => "put into the period by when each was written",
    };

    private static string? Calendar(Measure known) => known.Unit is "minutes" or "hours" ? "Times are calendar time: nights, weekends and holidays count." : null;

    private static string? LeftOut(Measure known) => known.Name switch
    {
        "slaMet" => "Tickets to which no service level applied are left out.",
        "csat" => "Only rated tickets count; ratings between good and bad count by their part.",
        "csatResponseRate" => "All tickets count for which a rating was asked.",
        "oneTouchRate" => "All solved and closed tickets count.",
        "reopenRate" => "All tickets of the question count.",
        _ when known.Over is Aggregate.Average or Aggregate.Percentile => "Tickets without a value are left out.",
        _ => null,
    };

    private static IEnumerable<string> Besides(Plan plan)
    {
        if (plan.Days is not null || plan.GroupBy.Any(name => name is "weekday" or "hourOfDay") || plan.Grain is not null) yield return $"Days begin at midnight in {plan.TimeZone}; days on which its clocks change have 23 or 25 hours.";
        if (plan.Compare is not null) yield return "The period compared with has the same elapsed length; a change is the difference divided by the figure before.";
        if (plan.GroupBy.Any(name => Catalog.Dimension(name).IsMany)) yield return "A ticket with several tags counts under each of them, so the groups add up to more than the whole.";
        if (plan.Filters.Concat(plan.Measures.SelectMany(measure => measure.Part)).SelectMany(filter => filter.Each).Select(filter => filter.Field).Concat(plan.GroupBy).Any(name => name is "category" or "subcategory" or "priority" or "sentiment" or "emotion" or "urgency" or "language" or "rootCause"))
            yield return "Category, priority, sentiment and the like are what a person or the desk gave; where nobody did, what triage predicted.";
    }
}
