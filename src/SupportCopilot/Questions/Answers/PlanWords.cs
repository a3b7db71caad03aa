using System.Globalization;
using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Answers;

/// <summary>
/// Says a plan as a question that has this reading alone: values in quotes behind their dimension, days in digits. What a
/// choice asks is said so, and reading it again gives the plan again.
/// </summary>
internal static class PlanWords
{
    /// <returns>The question; null for a plan that these words cannot say.</returns>
    public static string? Of(Plan plan)
    {
        if (plan.Filters.Concat(plan.Measures.SelectMany(measure => measure.Part)).Any(IsUnsayable) || plan.Skip is not null || plan.Each is not null || plan.GroupBy.Contains("ticket")) return null;
        if (plan.Measures.Select(measure => measure.Clock).Distinct().Count() > 1 && plan.Measures.Any(measure => measure.Clock != Catalog.Measure(measure.Name).Clock)) return null;
        if (plan.Order is { } order && (order.By is "difference" or "change" || plan.Grain is not null)) return null;
        if (Subject(plan) is not { } subject || Period(plan) is not { } period || Compared(plan) is not { } compared) return null;
        if (plan.Measures.Any(measure => measure.Clock == Clocks.Solved && Catalog.Measure(measure.Name).Clock != Clocks.Solved)) return null;   // «solved» would ask for solved ones besides
        var isShare = plan.Measures[0].Name == "share" && plan.Measures[0].Part.Count > 0;
        string?[] words =
        [
            Rank(plan), subject, Clock(plan), period,
            .. plan.Filters.Select(Filter),
            isShare ? "are " + string.Join(" and ", plan.Measures[0].Part.Select(Filter)) : null,
            Having(plan), Groups(plan), compared,
        ];
        if (plan.Running) words = ["running total of", .. words];
        return string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
    }

    /// <summary>One demand: «priority is "urgent"».</summary>
    public static string Filter(PlanFilter filter)
    {
        var dimension = Catalog.Dimension(filter.Field);
        var title = dimension.Title;
        var values = string.Join(" or ", filter.Values.GroupBy(value => value.ToLowerInvariant()).Select(same => $"\"{same.First()}\""));
        return (dimension.Kind, filter.Op) switch
        {
            (DimensionKind.Words, "contains") => filter.Field == "subject" ? $"with subject containing {values}" : $"mentioning {values}",
            (DimensionKind.Words, _) => filter.Field == "subject" ? $"not with subject containing {values}" : $"not mentioning {values}",
            (DimensionKind.Number, _) => Number(filter),
            (_, "is") => $"{title} is {values}",
            (_, "isNot") => $"{title} is not {values}",
            (_, "empty") => $"without any {title}",
            (_, "notEmpty") => $"not without any {title}",
            (_, "contains") => $"{title} contains {values}",
            _ => $"{title} does not contain {values}",
        };
    }

    private static bool IsUnsayable(PlanFilter filter) =>
        filter.Field is "status" or "replies" or "reopens" && filter.Op is "empty" or "notEmpty" || filter.Field is "solvedAt" or "either" or "idleMinutes" or "tagCount" or "csatOffered" || Catalog.Dimension(filter.Field).Kind is DimensionKind.Days
        || Catalog.Dimension(filter.Field).Kind is DimensionKind.Number && filter.Op is "isNot";

    private static string Number(PlanFilter filter)
    {
        var noun = filter.Field switch
        {
            "replies" => "replies",
            "reopens" => "reopens",
            "firstReplyMinutes" => "first reply time",
            "resolutionMinutes" => "resolution time",
            "openAgeMinutes" => "age",
            _ => filter.Field,
        };
        if (filter.Op is "empty") return $"without any {noun}";
        if (filter.Op is "notEmpty") return $"not without any {noun}";
        var unit = filter.Field is "firstReplyMinutes" or "resolutionMinutes" or "openAgeMinutes" ? " minutes" : "";
        return $"{noun} {Bound(filter.Op)} {filter.Values[0]}{unit}";
    }

    /// <summary>«highest 3», «2nd lowest», «highest 3 of each team».</summary>
    public static string Rank(Plan plan, int limit)
    {
        var end = plan.Order?.Descending is false ? "lowest" : "highest";
        if (plan.Skip is { } skip) end = $"{Ordinal(skip + 1)} {end}";
        return $"{end}{(plan.Skip is not null && limit == 1 ? "" : " " + FigureWords.Number(limit))}{(plan.Each is { } each ? $" of each {Catalog.Dimension(each).Title}" : "")}";
    }

    private static string Ordinal(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}{(number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");

    /// <summary>«more than».</summary>
    public static string Bound(string op) => op switch
    {
        "atLeast" => "at least",
        "atMost" => "at most",
        "moreThan" => "more than",
        "lessThan" => "less than",
        _ => "exactly",
    };

    private static string? Subject(Plan plan)
    {
        var names = plan.Measures.Select(measure => measure.Name switch
        {
            "replies" => "total replies",
            "averageReplies" => "average replies per ticket",
            "share" => measure.Part.Count > 0 ? "share of tickets" : "percentage breakdown of tickets",
            "requesters" => "unique requesters",
            "agents" => "unique agents",
            "organizations" => "unique organizations",
            var name => Catalog.Measure(name).Title,
        }).ToList();
        return string.Join(" and ", names);
    }

    private static string? Clock(Plan plan)
    {
        var clocks = plan.Measures.Select(measure => measure.Clock).Distinct().ToList();
        if (plan.Measures.All(measure => measure.Clock == Catalog.Measure(measure.Name).Clock)) return null;
        return clocks.Count == 1 ? clocks[0] : "";
    }

    private static string? Period(Plan plan)
    {
        if (plan.Days is not { } days) return plan.From is null && plan.To is null ? "" : null;
        var zone = DateTimeZoneProviders.Tzdb[plan.TimeZone];
        if (plan.From is { } from && Instant.FromDateTimeUtc(from) != zone.AtStartOfDay(Instant.FromDateTimeUtc(from).InZone(zone).Date).ToInstant()) return null;
        if (days.StartsWith("until ", StringComparison.Ordinal)) return days;
        if (plan.Measures[0].Clock == Clocks.Open && plan.Grain is null) return $"as of {days}";
        return days.Split(" – ") is [var first, var last] ? first == last ? $"on {first}" : $"from {first} to {last}" : $"on {days}";
    }

    private static string? Compared(Plan plan) => plan.Compare switch
    {
        null => "",
        "previousPeriod" => "compared with the previous period",
        "previousYear" => "compared with the same period last year",
        _ => null,
    };

    private static string? Rank(Plan plan)
    {
        if (plan.Limit is not { } limit || plan.GroupBy.Count == 0) return null;
        var way = plan.Order?.Descending is false ? "bottom" : "top";
        return string.Create(CultureInfo.InvariantCulture, $"{way} {limit} {Plural(Catalog.Dimension(plan.GroupBy[0]).Title)}");
    }

    private static string? Having(Plan plan) => plan.Having is { } having
        ? string.Create(CultureInfo.InvariantCulture, $"with {Bound(having.Op)} {having.Value} tickets")
        : null;

    private static string? Groups(Plan plan)
    {
        var dimensions = plan.GroupBy.Skip(plan.Limit is null ? 0 : 1).Select(name => Catalog.Dimension(name).Title).ToList();
        if (plan.Grain is { } grain) dimensions.Add(plan.FiscalYearStart is null ? grain : $"fiscal {grain}");
        return dimensions.Count == 0 ? null : "by " + string.Join(" and ", dimensions);
    }

    /// <summary>The plural of a dimension's name.</summary>
    public static string Plural(string title) => title switch
    {
        _ when title.EndsWith('y') && !title.EndsWith("day", StringComparison.Ordinal) => title[..^1] + "ies",
        _ when title.EndsWith('s') => title + "es",
        _ => title + "s",
    };
}
