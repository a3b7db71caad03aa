using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Tests.Questions.TSql;

/// <summary>Every kind of statement that the compiler makes of a plan, in one order, whatever the dialect.</summary>
internal static class EveryStatement
{
    public static IEnumerable<(string Kind, SqlQuery Query)> Of(Plan plan, PlanCompiler compiler)
    {
        foreach (var measure in plan.Measures)
        {
            var whole = new Slice(plan.From, plan.To, plan.GroupBy) { MostRows = 500, NeedsInstant = plan.Grain is not null && measure.Clock != Clocks.Open };
            var slice = whole with { Buckets = BucketsOf(plan) };
            if (measure.Clock == Clocks.Open && slice.Buckets is not null)
            {
                yield return ("open steps", compiler.OpenSteps(plan, measure, slice));
                yield return ("rows of open steps", compiler.OpenStepRows(plan, measure, slice).Query);
            }
            else
            {
                yield return ("figures", compiler.Figures(plan, measure, slice));
                yield return ("rows", compiler.Rows(plan, measure, slice).Query);
            }

            if (plan.GroupBy.Count > 0) yield return ("total", compiler.Figures(plan, measure, whole with { GroupBy = [], MostRows = 1 }));
            yield return ("count", compiler.Count(plan, measure, whole, null));
            yield return ("list", compiler.List(plan, measure, whole, null, null, 50));
            yield return ("its last page", compiler.List(plan, measure, whole, null, new ListMark(null, 400), 50));
            yield return ("next page of the list", compiler.List(plan, measure, whole, null, new ListMark(1_767_225_600_000, 400), 50));
            if (plan.GroupBy.Count > 0) yield return ("of some groups", compiler.Count(plan, measure, whole, new Restriction([new([.. plan.GroupBy.Select(KeyOf)]), new([.. plan.GroupBy.Select(_ => (object?)null)])], null)));
            if (measure.Clock != Clocks.Open)
            {
                yield return ("of some steps", compiler.List(plan, measure, whole, new Restriction(null, [new(1_740_787_200_000, 1_743_465_600_000), new(1_767_225_600_000, 1_772_323_200_000)]), null, 50));
                if (plan.From is null && plan.To is null) yield return ("undated ones", compiler.Figures(plan, measure, whole with { IsUndated = true }));
                yield return ("extent", compiler.Extent(plan, measure, whole));
                yield return ("reach", compiler.Reach(measure.Clock));
            }
        }

        if (plan.To is not null) yield return ("undated", compiler.Undated(plan));
        yield return ("names", compiler.Names(DimensionKind.Agent, [1, 2, 3]));
        yield return ("listed", compiler.Listed([1, 2, 3]));
        yield return ("addresses", compiler.Addresses([1, 2, 3]));
        yield return ("version", compiler.Version());
        yield return ("version and size", compiler.VersionAndSize());
        yield return ("columns", compiler.Columns(["t.Status", "t.Brand"]));
    }

    /// <summary>A group as a statement gives it.</summary>
    private static object? KeyOf(string name) => Catalog.Dimension(name) switch
    {
        { Kind: DimensionKind.Weekday } => 2L,
        { Kind: DimensionKind.HourOfDay } => 9L,
        { IsNamed: true } => 1L,
        { Kind: DimensionKind.Tag } => "vip",
        { Kind: DimensionKind.Custom } => "EMEA",
        _ => "billing",
    };

    private static Buckets? BucketsOf(Plan plan) => plan.Grain is null ? null
        : Buckets.Of(plan.Grain, DateTimeZoneProviders.Tzdb[plan.TimeZone], Instant.FromDateTimeUtc(plan.From!.Value), Instant.FromDateTimeUtc(plan.To!.Value));
}
