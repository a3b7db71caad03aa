using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>Does to the plan before what a follow-up says: measures, then the period, demands, splits; each way where there are several.</summary>
internal sealed class MergePlan(PlanContext context)
{
    public IReadOnlyList<Merged> Run(Plan before, Fragment said)
    {
        if (!said.SaysSomething || said.Words.Goals.Count > 0 && !said.Words.HasHowLong) return [];
        if (said.Words.Versus is not null && !said.NamesComparison && said.Words.Contrasts.Count == 0) return [];
        if (said.WantsList) return [];

        var measured = new MergeMeasures(said).Run(new Merged(before, said.Cost));
        var dated = measured.Select(merged => Go(merged, next => new MergePeriod(said, context).Run(next, before)));
        var demanded = dated.Select(merged => Go(merged, new MergeFilters(said).Run));
        var split = demanded.SelectMany(merged => merged.Problem is null ? new MergeSplits(said, context).Run(merged) : [merged]);
        return [.. split.Select(Checked)];
    }

    private static Merged Go(Merged merged, Func<Merged, Merged> step) => merged.Problem is null ? step(merged) : merged;

    private static Merged Checked(Merged merged) =>
        merged.Problem is null && CheckPlan.ProblemOf(merged.Plan) is { } problem ? merged with { Problem = problem } : merged;
}
