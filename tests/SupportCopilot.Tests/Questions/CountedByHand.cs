using System.Globalization;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Tests.Questions.Tables;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions;

/// <summary>What a plan gives over the incoming tickets, worked out without the compiler: one ticket after the other.</summary>
internal static class CountedByHand
{
    public static Dictionary<string, double?> Of(Plan plan, IReadOnlyList<IncomingTicket> tickets)
    {
        var measure = plan.Measures[0];
        var found = tickets.Where(t => plan.Filters.All(filter => filter.Field == "openAgeMinutes" ? IsOfAge(t, filter, plan.To!.Value) : Holds(t, filter))).ToList();
        if (measure.Name == "open") return Open(plan, found);
        if (measure.Clock == "open") return Ages(plan, [.. found.Where(t => IsOpen(t, plan.To!.Value))]);
        if (measure.Clock == "written") return Written(plan, found);

        var counted = found.Where(t => IsWithin(Clock(t, measure.Clock), plan) && Needs(t, measure.Name) && (plan.Grain is null && !plan.GroupBy.Contains("weekday") || Clock(t, measure.Clock) is not null)).ToList();
        var places = counted.SelectMany(t => Keys(plan, t, measure.Clock).Select(key => (key, t))).GroupBy(pair => pair.key).ToDictionary(group => group.Key, group => Figure(measure, [.. group.Select(pair => pair.t)]));
        if (measure is { Name: "share", Part.Count: 0 }) return Shares(plan, places, counted, measure.Clock);
        return places.Where(place => place.Value is not null).ToDictionary();
    }

    private static Dictionary<string, double?> Shares(Plan plan, Dictionary<string, double?> places, List<IncomingTicket> counted, string clock)
    {
        if (plan.Grain is null || plan.GroupBy.Count == 0) return places.ToDictionary(place => place.Key, place => place.Value / counted.Count);
        var perStep = counted.GroupBy(t => Step(plan.Grain, Clock(t, clock)!.Value)).ToDictionary(group => group.Key, group => group.Count());
        return places.ToDictionary(place => place.Key, place => place.Value / perStep[place.Key.Split(" | ")[0]]);
    }

    private static bool IsOfAge(IncomingTicket t, PlanFilter filter, DateTime at) =>
        t.CreatedAt is { } created && (at - created).TotalMinutes > double.Parse(filter.Values[0], CultureInfo.InvariantCulture) == (filter.Op == "moreThan");

    private static Dictionary<string, double?> Ages(Plan plan, List<IncomingTicket> open) => open
        .SelectMany(t => Keys(plan, t, "created").Select(key => (key, Hours: (plan.To!.Value - t.CreatedAt!.Value).TotalHours))).GroupBy(pair => pair.key, pair => pair.Hours)
        .ToDictionary(group => group.Key, group => plan.Measures[0].Name switch { "averageOpenAgeHours" => Expecting.Mean([.. group]), "medianOpenAgeHours" => Expecting.Median([.. group]), "p90OpenAgeHours" => Expecting.P90([.. group]), _ => group.Max() });

    /// <summary>Each comment by itself; a description without a date came with its ticket.</summary>
    private static Dictionary<string, double?> Written(Plan plan, List<IncomingTicket> found) => found
        .SelectMany(t => Keys(plan, t, "created").SelectMany(key => t.Comments!.Where(comment => IsWithin(comment.CreatedAt ?? (comment == t.Comments![0] ? t.CreatedAt : null), plan)).Select(_ => key)))
        .GroupBy(key => key).ToDictionary(group => group.Key, group => (double?)group.Count());

    private static Dictionary<string, double?> Open(Plan plan, List<IncomingTicket> found)
    {
        if (plan.Grain is null) return Grouped(plan, found.Where(t => IsOpen(t, plan.To!.Value)), null);
        var all = new Dictionary<string, double?>();
        for (var day = plan.From!.Value; day < plan.To;)
        {
            var (label, end) = (Step(plan.Grain, day), day);
            while (end < plan.To && Step(plan.Grain, end) == label) end = end.AddHours(1);
            foreach (var (key, value) in Grouped(plan, found.Where(t => IsOpen(t, end)), label)) all[key] = value;
            day = end;
        }

        return all;
    }

    private static Dictionary<string, double?> Grouped(Plan plan, IEnumerable<IncomingTicket> open, string? step) =>
        open.SelectMany(t => Keys(plan with { Grain = null }, t, "created")).GroupBy(key => step is null ? key : key.Length == 0 ? step : $"{step} | {key}").ToDictionary(group => group.Key, group => (double?)group.Count());

    private static bool IsOpen(IncomingTicket t, DateTime at) => t.CreatedAt < at && (!Expecting.IsDone(t) || t.SolvedAt >= at);

    private static bool IsWithin(DateTime? at, Plan plan) => plan.From is null && plan.To is null || at is { } when && (plan.From is null || when >= plan.From) && (plan.To is null || when < plan.To);

    private static bool Needs(IncomingTicket t, string measure) => measure switch
    {
        "solved" or "averageResolutionHours" or "medianResolutionHours" or "p75ResolutionHours" or "p90ResolutionHours" or "p95ResolutionHours" or "p99ResolutionHours" or "longestResolutionHours" or "shortestResolutionHours" => Expecting.IsDone(t),
        "reopened" => t.Reopens > 0,
        "oneTouch" => Expecting.IsDone(t) && t.Replies == 1,
        "oneTouchRate" => Expecting.IsDone(t),
        "escalations" => t.Tags!.Contains("escalated"),
        "csatResponseRate" => t.CsatOffered == true,
        "slaMet" or "slaMissed" => t.SlaMet is not null,
        _ => true,
    };

    private static double? Figure(PlanMeasure measure, List<IncomingTicket> tickets)
    {
        List<double> Of(Func<IncomingTicket, double?> value) => [.. tickets.Select(value).OfType<double>()];
        var values = measure.Name switch
        {
            "tickets" or "solved" or "reopened" or "oneTouch" or "escalations" => [tickets.Count],
            "oneTouchRate" => Of(t => t.Replies == 1 ? 1 : 0),
            "escalationRate" => Of(t => t.Tags!.Contains("escalated") ? 1 : 0),
            "negativeShare" => Of(t => t.Given.Sentiment == "negative" ? 1 : 0),
            var name when name.EndsWith("omments", StringComparison.Ordinal) => Of(t => t.Comments!.Count),
            "reopenRate" => Of(t => t.Reopens > 0 ? 1 : 0),
            "csat" => Of(t => t.Csat),
            "csatResponseRate" => Of(t => t.Csat is not null ? 1 : 0),
            "slaMissed" => Of(t => t.SlaMet == true ? 0 : 1),
            "slaMet" => Of(t => t.SlaMet == true ? 1 : 0),
            "share" when measure.Part.Count == 0 => [tickets.Count],
            "share" => Of(t => measure.Part.All(filter => Holds(t, filter)) ? 1 : 0),
            "requesters" => [tickets.Select(t => t.Requester!.ExternalId).Distinct().Count()],
            "agents" => [tickets.Select(t => t.Assignee?.ExternalId).OfType<string>().Distinct().Count()],
            "organizations" => [tickets.Select(t => t.Organization?.ExternalId).OfType<string>().Distinct().Count()],
            var name when name.Contains("FirstReply", StringComparison.Ordinal) => Of(Expecting.FirstReply),
            var name when name.Contains("Resolution", StringComparison.Ordinal) => Of(Expecting.ResolutionHours),
            _ => Of(t => t.Replies),
        };
        if (measure.Name is "requesters" or "agents" or "organizations" && values[0] == 0) return null;
        return measure.Name switch
        {
            "replies" or "comments" => values.Count == 0 ? null : Expecting.Sum(values),
            var name when name.StartsWith("median", StringComparison.Ordinal) => Expecting.Median(values),
            var name when name.StartsWith("p90", StringComparison.Ordinal) => Expecting.P90(values),
            var name when name[0] == 'p' && char.IsAsciiDigit(name[1]) => Expecting.Quantile(values, int.Parse(name[1..3], System.Globalization.CultureInfo.InvariantCulture) / 100.0),
            var name when name.StartsWith("longest", StringComparison.Ordinal) => Expecting.Quantile(values, 1),
            var name when name.StartsWith("shortest", StringComparison.Ordinal) => Expecting.Quantile(values, 0),
            _ => Expecting.Mean(values),
        };
    }

    private static IEnumerable<string> Keys(Plan plan, IncomingTicket t, string clock)
    {
        IEnumerable<string> keys = [plan.Grain is { } grain ? Step(grain, Clock(t, clock)!.Value) : ""];
        foreach (var name in plan.GroupBy) keys = keys.SelectMany(key => Of(plan, t, name, clock).Select(value => key.Length == 0 ? value : $"{key} | {value}"));
        return keys;
    }

    /// <summary>Who asks for some tags by tag gets these alone.</summary>
    private static IEnumerable<string> Of(Plan plan, IncomingTicket t, string dimension, string clock) =>
        dimension == "tag" ? plan.Filters.FirstOrDefault(filter => filter is { Field: "tag", Op: "is", Values.Count: > 1 }) is { } several ? t.Tags!.Where(several.Values.Contains) : t.Tags! : dimension == "weekday" ? [Expecting.Local(Clock(t, clock)!.Value).DayOfWeek.ToString()] : [Value(t, dimension) ?? "(none)"];

    private static string Step(string grain, DateTime at)
    {
        var local = Expecting.Local(at);
        return grain switch
        {
            "day" => Expecting.AsDay(local),
            "week" => Expecting.AsWeek(local),
            "month" => Expecting.AsMonth(local),
            "quarter" => Expecting.AsQuarter(local),
            _ => local.Year.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static DateTime? Clock(IncomingTicket t, string clock) => clock switch { "solved" => t.SolvedAt, "updated" => t.UpdatedAt, _ => t.CreatedAt };

    private static string? Value(IncomingTicket t, string dimension) => dimension switch
    {
        "category" => t.Given.Category,
        "priority" => t.Given.Priority,
        "status" => t.Status ?? "new",
        "channel" => t.Channel,
        "type" => t.Type,
        "product" => t.Product,
        "brand" => t.Brand,
        "agent" => t.Assignee?.Name,
        "group" => t.Group?.Name,
        "organization" => t.Organization?.Name,
        "language" => t.Given.Language,
        "sentiment" => t.Given.Sentiment,
        _ => t.Requester?.Name,
    };

    private static bool Holds(IncomingTicket t, PlanFilter filter)
    {
        switch (filter.Field)
        {
            case "text": return filter.Op == "contains" == Expecting.Mentions(filter.Values[0])(t);
            case "csat": return filter.Op == "empty" == t.Csat is null;
            case "tag":
                return filter.Op switch { "is" => filter.Values.Any(t.Tags!.Contains), "isNot" => !filter.Values.Any(t.Tags!.Contains), "empty" => t.Tags!.Count == 0, _ => t.Tags!.Count > 0 };
            case "replies":
                var bound = int.Parse(filter.Values[0], CultureInfo.InvariantCulture);
                return filter.Op switch { "is" => t.Replies == bound, "isNot" => t.Replies != bound, "atLeast" => t.Replies >= bound, "atMost" => t.Replies <= bound, "moreThan" => t.Replies > bound, _ => t.Replies < bound };
        }

        var value = Value(t, filter.Field);
        return filter.Op switch { "is" => value is not null && filter.Values.Contains(value), "isNot" => value is null || !filter.Values.Contains(value), "empty" => value is null, _ => value is not null };
    }
}
