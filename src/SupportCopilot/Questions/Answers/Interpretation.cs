using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Answers;

/// <summary>How a question was read: «tickets created 2026-03-09 – 2026-03-15 (Europe/London), priority is urgent, by category».</summary>
internal static class Interpretation
{
    public static string Of(Plan plan)
    {
        var parts = new List<string> { Measures(plan) };
        parts.AddRange(plan.Filters.Select(Filter));
        if (PlanSteps.InWords(plan) is { } grain) parts.Add(plan.Running ? $"running total per {grain}" : $"per {grain}");
        if (plan.GroupBy.Count > 0) parts.Add("by " + string.Join(" and ", plan.GroupBy.Select(name => Catalog.Dimension(name).Title)));
        if (plan.Having is { } having) parts.Add($"groups with {PlanWords.Bound(having.Op)} {FigureWords.Of(having.Value, Catalog.Measure(plan.Measures[0].Name).Unit)}");
        if (plan.Order is { By: "difference" } grown) parts.Add($"by {(grown.Descending ? "growth" : "decline")}");
        if (plan.Limit is { } limit) parts.Add($"{PlanWords.Rank(plan, limit)}{OrderedBy(plan)}");
        else if (plan.Order is { } order) parts.Add($"{(order.Descending ? "highest" : "lowest")} first{OrderedBy(plan)}");
        if (plan.Before is { } before) parts.Add($"compared with {before.Days}");
        return string.Join(", ", parts);
    }

    /// <summary>What a share is the share of: «share with sentiment is negative».</summary>
    public static string ShareWith(IEnumerable<PlanFilter> part)
    {
        var demands = string.Join(" and ", part.Select(Filter));
        return demands.StartsWith("with ", StringComparison.Ordinal) ? $"share {demands}" : $"share with {demands}";
    }

    /// <summary>A demand in few words: «priority is urgent», «no agent».</summary>
    public static string Filter(PlanFilter filter)
    {
        var dimension = Catalog.Dimension(filter.Field);
        if (dimension.Kind is DimensionKind.Either) return filter.Op == "is" ? string.Join(" or ", filter.Values) : $"neither {string.Join(" nor ", filter.Values)}";
        if (dimension.Kind is DimensionKind.Days) return $"{(filter.Op == "is" ? "" : "not ")}{filter.Field[..^4]} {string.Join(" or ", filter.Values.Select(value => value.Replace("/", " – ", StringComparison.Ordinal)))}";
        var values = string.Join(" or ", filter.Values.GroupBy(value => value.ToLowerInvariant()).Select(same => same.First()));
        var name = filter.Field switch { "firstReplyMinutes" => filter.Op is "empty" or "notEmpty" ? "first reply" : "first reply (minutes)", "resolutionMinutes" => filter.Op is "empty" or "notEmpty" ? "resolution" : "resolution time (minutes)", "csat" => "CSAT", "openAgeMinutes" => "age (minutes)", "idleMinutes" => "minutes since the last update", "tagCount" => "number of tags", "csatOffered" => "surveys sent", "text" => "subject or comments", "replies" => "replies", "reopens" => "reopens", _ => dimension.Title };
        return filter.Op switch
        {
            "is" => $"{name} is {values}",
            "isNot" => $"{name} is not {values}",
            "contains" => $"{name} contains \"{values}\"",
            "notContains" => $"{name} does not contain \"{values}\"",
            "empty" => $"no {name}",
            "notEmpty" => $"with {name}",
            var op => $"{name} {PlanWords.Bound(op)} {values}",
        };
    }

    /// <summary>What decides the order, where it is not the first measure.</summary>
    private static string OrderedBy(Plan plan) => plan.Order is not { } order || order.By is "difference" || order.By == plan.Measures[0].Name ? ""
        : $" by {(order.By == "change" ? "change" : Catalog.FindMeasure(order.By)?.Title ?? Catalog.FindDimension(order.By)?.Title ?? order.By)}";

    private static string Measures(Plan plan) => string.Join(" and ", plan.Measures
        .GroupBy(measure => measure.Clock)
        .Select(same => $"{string.Join(" and ", same.Select(Named))} {When(plan, same.Key)}".TrimEnd()));

    private static string Named(PlanMeasure measure)
    {
        var known = Catalog.Measure(measure.Name);
        if (measure.Part.Count > 0) return $"share of those with {string.Join(" and ", measure.Part.Select(Filter))} among tickets";
        return known.Over is Aggregate.Count || known.Name is "share" or "comments" || known.Clock == Clocks.Open ? known.Name switch { "solved" => "tickets", "open" => "tickets", _ => known.Title } : $"{known.Title} of tickets";
    }

    private static string When(Plan plan, string clock)
    {
        if (clock == Clocks.Open)
        {
            if (plan.Grain is not null) return $"open at the end of each {PlanSteps.InWords(plan)}, {plan.Days ?? "all time"} ({plan.TimeZone})";
            return plan.To is null ? "open now (not solved or closed)" : $"open {DayWords.Moment(plan, inWords: false)} ({plan.TimeZone})";
        }

        return plan.Days is { } days ? $"{clock} {DayWords.Hours(plan) ?? days} ({plan.TimeZone})" : clock == Clocks.Created ? "of any time" : $"{clock} at any time";
    }
}
