using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions.Planning;

/// <summary>What single tickets are ranked by: «oldest» by their creation, «longest» by what they took, «most replies» by those.</summary>
internal static class RankTickets
{
    /// <returns>The plan; null where the word ranks no tickets.</returns>
    public static Plan? Of(Plan plan, RankWay way, PlanContext context)
    {
        if (plan.Measures is not [var measure] || By(measure, way) is not var (name, clock, descending)) return null;
        return plan with
        {
            Measures = [new PlanMeasure(name, clock)],
            To = clock == Clocks.Open ? plan.To ?? context.Dates.AsOf.ToDateTimeUtc() : plan.To,   // an age is one at an instant
            Days = clock == Clocks.Open ? plan.Days ?? context.Dates.Today.ToString("uuuu'-'MM'-'dd", System.Globalization.CultureInfo.InvariantCulture) : plan.Days,
            Order = new PlanOrder(name, descending),
        };
    }

    private static (string Name, string Clock, bool Descending)? By(PlanMeasure measure, RankWay way) => (Catalog.Measure(measure.Name), way) switch
    {
        ({ Name: "open" }, RankWay.Oldest or RankWay.Slowest) => ("oldestOpenAgeHours", Clocks.Open, true),
        ({ Name: "open" }, RankWay.Newest) => ("oldestOpenAgeHours", Clocks.Open, false),
        ({ Name: "tickets" or "solved" }, RankWay.Newest or RankWay.Oldest) => ($"{measure.Clock}At", measure.Clock, way is RankWay.Newest),
        ({ Name: "tickets" or "solved" }, RankWay.Slowest) => ("longestResolutionHours", Clocks.Solved, true),
        ({ Name: "tickets" or "solved" }, RankWay.Fastest) => ("shortestResolutionHours", Clocks.Solved, false),
        ({ Family: "firstReply" or "resolution" } time, RankWay.Slowest or RankWay.Most or RankWay.Worst) => (ChooseMeasures.Member(time.Family, "longest")!, measure.Clock, true),
        ({ Family: "firstReply" or "resolution" } time, RankWay.Fastest or RankWay.Least or RankWay.Best) => (ChooseMeasures.Member(time.Family, "shortest")!, measure.Clock, false),
        ({ Family: "replies" }, RankWay.Most or RankWay.Least) => ("replies", measure.Clock, way is RankWay.Most),
        ({ Family: "comments" }, RankWay.Most or RankWay.Least) => ("averageComments", Clocks.Created, way is RankWay.Most),
        _ => null,
    };
}
