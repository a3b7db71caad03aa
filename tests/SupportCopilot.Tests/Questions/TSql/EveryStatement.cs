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
            yield return ("next page of the list", compiler.List(plan, measure, whole, null, new ListMark(1_767_225_600_000, 400), 50));
            if (measure.Clock != Clocks.Open)
            {
                yield return ("extent", compiler.Extent(plan, measure, whole));
                yield return ("reach", compiler.Reach(measure.Clock));
            }
        }

        if (plan.To is not null) yield return ("undated", compiler.Undated(plan));
        yield return ("names", compiler.Names(DimensionKind.Agent, [1, 2, 3]));
        yield return ("columns", compiler.Columns(["t.Status", "t.Brand"]));
    }

    private static Buckets? BucketsOf(Plan plan) => plan.Grain is null ? null
        : Buckets.Of(plan.Grain, DateTimeZoneProviders.Tzdb[plan.TimeZone], Instant.FromDateTimeUtc(plan.From!.Value), Instant.FromDateTimeUtc(plan.To!.Value));
}
