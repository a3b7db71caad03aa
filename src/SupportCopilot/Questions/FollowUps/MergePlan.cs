using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>Does to the plan before what a follow-up says: measures, then the period, demands, splits; each way where there are several.</summary>
internal sealed class MergePlan(PlanContext context)
{
    public IReadOnlyList<Merged> Run(Plan before, Fragment said)
    {
        if (!said.SaysSomething || said.Words.Goals.Count > 0 && !said.Words.HasHowLong) return [];
        if (said.Words.Versus is not null && !said.NamesComparison && said.Words.Contrasts.Count == 0) return [];
        if (said.AsksWhich && said.Words.Changes.Count > 0 && said.Words.Which.Count == 0) return [];   // «which one is worse?» asks for no comparison with a period before
        if (said.BeginsWithBoth && said.Words.Aggregates.Exists(aggregate => aggregate.Name == "total")) return [];
        // «and the faster first reply?», of two agents: which of them, and no comparison with a period before
        if (said.Words.Changes.Exists(change => change.IsComparative) && said.Words.Compares.Count + said.Words.StepCompares.Count + said.Words.Which.Count == 0 && before.Filters.Any(filter => filter is { Op: "is", Values.Count: > 1 })) return [];
        if (said.WantsList || !said.Words.Parts.All(part => IsKnown(part, before, said))) return [];

        var measured = new MergeMeasures(said).Run(new Merged(before, said.Cost));
        var dated = measured.Select(merged => Go(merged, next => new MergePeriod(said, context).Run(next, before)));
        var demanded = dated.Select(merged => Go(merged, new MergeFilters(said).Run));
        var split = demanded.SelectMany(merged => merged.Problem is null ? new MergeSplits(said, context).Run(merged) : [merged]);
        split = split.Select(merged => merged.Plan is { To: null, Measures: [{ Clock: Clocks.Open }, ..] } open && open.Filters.Any(filter => filter.Field == MergeFilters.Age)
            ? merged with { Plan = open with { To = context.Dates.AsOf.ToDateTimeUtc() } }   // an age is reckoned up to a moment
            : merged);
        return [.. split.Select(merged => Checked(merged with { Plan = PlanSteps.By(merged.Plan, context.Dates, IsFiscal(before, said, merged)) }))];
    }

    private static Merged Go(Merged merged, Func<Merged, Merged> step) => merged.Problem is null ? step(merged) : merged;

    /// <summary>Whether steps are fiscal ones: said so, of a fiscal period, or as they were.</summary>
    private static bool IsFiscal(Plan before, Fragment said, Merged merged) =>
        said.Words.Groups.Select(group => group.Grain).Concat(said.Words.Grains.Select(grain => grain.Grain)).Concat(said.Words.Which.Select(which => which.Grain)).Any(PlanSteps.IsFiscal)
        || merged.Period?.Contains("fiscal", StringComparison.Ordinal) is true || before.FiscalYearStart is not null && merged.Plan.Grain == before.Grain || merged.IsFiscal;

    private static Merged Checked(Merged merged) =>
        merged.Problem is null && CheckPlan.ProblemOf(merged.Plan) is { } problem ? merged with { Problem = problem } : merged;

    /// <summary>Whether a part has its place in the merge: one that has none would be a word dropped.</summary>
    private static bool IsKnown(Part part, Plan before, Fragment said) => part switch
    {
        FillerPart { Kind: FillerKind.Take } => said.Words.HasHowLong || before.Measures.Concat(said.Words.Measures.Select(measure => new PlanMeasure(measure.Name, ""))).Any(measure => Catalog.Measure(measure.Name).Family is not null),
        FillerPart { Kind: FillerKind.Now } => said.BeginsWithNow || before.Measures[0].Clock == Clocks.Open || said.Words.Measures.Exists(measure => Catalog.Measure(measure.Name).Clock == Clocks.Open),
        RankPart { IsAll: true } => false,
        FillerPart or FollowUpPart or MeasurePart or AggregatePart or DistinctPart or SharePart or ClockPart or FilterPart or GroupPart or DimensionPart or GrainPart or WhichPart or RankPart or BoundPart
            or PeriodPart or InstantPart or ComparePart or StepComparePart or ChangePart or ContrastPart or HowLongPart or GoalPart or VersusPart or RunningPart => true,
        _ => false,
    };
}
