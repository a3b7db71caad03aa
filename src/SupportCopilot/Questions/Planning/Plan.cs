using System.Text.Json.Serialization;

namespace SupportCopilot.Questions.Planning;

/// <summary>What a question asks for, typed over the catalogue. The compiler makes SQL of nothing else.</summary>
/// <param name="Measures">What is counted or averaged; one at least. The first one orders and bounds groups, and its tickets are the ones behind the figure.</param>
public sealed record Plan(IReadOnlyList<PlanMeasure> Measures)
{
    /// <summary>The first instant counted in (UTC); null for all of the past.</summary>
    public DateTime? From { get; init; }

    /// <summary>The first instant no longer counted in (UTC); of what is open, the instant at which it is.</summary>
    public DateTime? To { get; init; }

    /// <summary>The first and last day counted in, as <c>2026-03-09 – 2026-03-15</c>.</summary>
    public string? Days { get; init; }

    /// <summary>The zone of days, by IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>What the figures are split by, by the dimensions' names; two at most.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>What tickets must be like; all of it.</summary>
    public IReadOnlyList<PlanFilter> Filters { get; init; } = [];

    /// <summary>hour, day, week, month, quarter or year for a trend; else null.</summary>
    public string? Grain { get; init; }

    /// <summary>sunday to saturday: the day that weekly steps begin on; null for Monday, and where the steps are others.</summary>
    public string? WeekStart { get; init; }

    /// <summary>The month that fiscal years begin in, 2–12, where quarterly or yearly steps are those of the fiscal year; else null.</summary>
    public int? FiscalYearStart { get; init; }

    /// <summary>Whether each step of the trend has all before it added to it.</summary>
    public bool Running { get; init; }

    /// <summary>previousPeriod, previousYear or period (another one, named) for a comparison; else null.</summary>
    public string? Compare { get; init; }

    /// <summary>The period compared with, of the same elapsed length where the first is not over; null without a comparison.</summary>
    public PlanPeriod? Before { get; init; }

    /// <summary>A bound on the first measure, for groups; else null.</summary>
    public PlanHaving? Having { get; init; }

    /// <summary>The order of the groups; null leaves the natural one: most first, trends by time.</summary>
    public PlanOrder? Order { get; init; }

    /// <summary>At most so many groups; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>So many of the first ones are left out before that: of the second busiest day one; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Skip { get; init; }

    /// <summary>The one of two dimensions for each value of which the limit holds by itself: «top 3 categories of each team»; null where it holds over all groups.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Each { get; init; }
}

/// <summary>A measure of a plan.</summary>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="Clock">The instant that puts a ticket into a period: created, solved or updated; open for what is open at one.</param>
public sealed record PlanMeasure(string Name, string Clock)
{
    /// <summary>Of a share: what the part is like. Empty where the share is a group's part of all groups.</summary>
    public IReadOnlyList<PlanFilter> Part { get; init; } = [];
}

/// <summary>A demand on tickets.</summary>
/// <param name="Field">The dimension's name in the catalogue.</param>
/// <param name="Op">is, isNot, contains, notContains, empty, notEmpty, atLeast, atMost, moreThan or lessThan.</param>
/// <param name="Values">The values, any of which will do (of isNot and notContains: none of which may be); none for empty and notEmpty.</param>
public sealed record PlanFilter(string Field, string Op, IReadOnlyList<string> Values)
{
    /// <summary>Of the field <c>either</c>: the demands of which one will do, which the values say in words; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PlanFilter>? Any { get; init; }

    /// <summary>The demand that one of several holds.</summary>
    public static PlanFilter Either(IReadOnlyList<PlanFilter> any) => new("either", "is", [.. any.Select(Answers.Interpretation.Filter)]) { Any = any };

    /// <summary>The demand itself, or those that it is made of.</summary>
    internal IEnumerable<PlanFilter> Each => Any ?? (IEnumerable<PlanFilter>)[this];
}

/// <summary>A period of a comparison.</summary>
/// <param name="From">The first instant counted in (UTC).</param>
/// <param name="To">The first instant no longer counted in (UTC).</param>
/// <param name="Days">The first and last day counted in.</param>
public sealed record PlanPeriod(DateTime? From, DateTime To, string Days);

/// <summary>A bound on the first measure.</summary>
/// <param name="Op">atLeast, atMost, moreThan or lessThan.</param>
/// <param name="Value">The bound, in the measure's unit.</param>
public sealed record PlanHaving(string Op, double Value);

/// <summary>An order of groups.</summary>
/// <param name="By">The name of a measure or a dimension; <c>change</c> or <c>difference</c> for what became of the first measure since the period before.</param>
/// <param name="Descending">Whether the largest comes first.</param>
public sealed record PlanOrder(string By, bool Descending);
