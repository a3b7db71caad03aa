using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Estimates;

/// <summary>Of which plans a sample tells anything.</summary>
internal static class CanBeEstimated
{
    // Beyond these a percentile is made of so few of the sample's tickets that it says nothing of the whole's.
    private const int LowestPercentile = 5, HighestPercentile = 95;

    /// <summary>Whether a sample tells of it. The largest and the number of different values it does not tell, nor which groups come first.</summary>
    public static bool Is(Plan plan) =>
        plan is { Limit: null, Having: null, Order: null, Running: false }
        && (plan.Grain is null || plan.From is not null && plan.To is not null)
        && plan.Measures.All(measure => Is(plan, measure));

    private static bool Is(Plan plan, PlanMeasure measure)
    {
        var known = Catalog.Measure(measure.Name);
        var isMany = plan.GroupBy.Any(name => Catalog.Dimension(name).IsMany);
        return known.Over switch
        {
            Aggregate.Count or Aggregate.Sum or Aggregate.Average => true,
            Aggregate.Percentile => known.Percentile is >= LowestPercentile and <= HighestPercentile,
            Aggregate.Share => !(isMany && known.Name == "share" && measure.Part.Count == 0),
            _ => false,
        } && !(measure.Clock == Clocks.Open && plan.Grain is not null && known.Over is not Aggregate.Count);
    }
}
