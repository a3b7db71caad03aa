using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«also show CSAT», «and the median?», «what about solved ones», «as a percentage».</summary>
internal sealed class MergeMeasures(Fragment said)
{
    private const string NoShare = "Only a number of tickets can be shown as a percentage, of what is in a group or has a filter.";

    public IEnumerable<Merged> Run(Merged merged)
    {
        var plan = merged.Plan;
        foreach (var take in said.Taken.Where(take => take.Name is { } name && Catalog.FindMeasure(name) is not null))
        {
            var left = plan.Measures.Where(measure => measure.Name != take.Name && Catalog.Measure(measure.Name).Family != (Catalog.Measure(take.Name!).Family ?? "-")).ToList();
            if (left.Count == plan.Measures.Count || left.Count == 0)
            {
                yield return Merged.Not(plan, left.Count == 0 ? "Then nothing would be left to show." : $"{Title(take.Name!)} is not shown.");
                yield break;
            }

            plan = plan with { Measures = left, Order = plan.Order is { } order && order.By == take.Name ? null : plan.Order };
        }

        merged = merged with { Plan = plan };
        if (said.AsksNumber || said.IsInNumbers && plan.Measures is [{ Name: "share" }]) yield return Counted(merged);
        else if (said.Words.Share is not null) foreach (var share in Shares(merged)) yield return share;
        else yield return Named(merged);
    }

    /// <summary>«how many is that?»: the tickets of a share instead of the share; of a number of tickets, the same again.</summary>
    private static Merged Counted(Merged merged)
    {
        var plan = merged.Plan;
        if (plan.Measures is [{ Name: "share" } share])
        {
            var filters = plan.Filters.Concat(share.Part).OrderBy(filter => filter.Field, StringComparer.Ordinal).ThenBy(filter => filter.Op, StringComparer.Ordinal).ToList();
            return merged with { Plan = plan with { Measures = [new PlanMeasure(share.Clock == Clocks.Solved ? "solved" : share.Clock == Clocks.Open ? "open" : "tickets", share.Clock)], Filters = filters, Having = null, Order = plan.Order is { By: "share" } order ? order with { By = "tickets" } : plan.Order } };
        }

        return plan.Measures.All(measure => Catalog.Measure(measure.Name).AddsUp) ? merged : Merged.Not(plan, $"{Title(plan.Measures[0].Name)} is no number of tickets. Say which number you want: «how many tickets», «how many solved tickets».");
    }

    private Merged Named(Merged merged)
    {
        var plan = merged.Plan;
        var clocks = said.Words.Clocks.Select(clock => clock.Clock).Distinct().ToList();
        // «how many of those were solved?» asks which of them are, not for others
        if (said.HasSureThose && clocks.Count > 0 && said.Words.Clocks.All(clock => clock.Clock != Clocks.Created)) return Merged.Not(plan, "");
        var isOnlyNoun = said.HasTickets && (said.HasSureThose || said.Words.Filters.Count > 0 || said.NamesSplit || said.Words.Ranks.Count > 0 || said.NamesPeriod || said.Ways.Count > 0 && clocks.Count == 0 && !said.Ways.Contains(CarryOn.Add));
        if (!said.NamesMeasure && clocks.Count == 0 && (!said.HasTickets && said.Words.Measures.Count == 0 || isOnlyNoun)) return merged;
        if (Lone() is { } aggregate && !IsTotalOf(plan)) return OfFamily(merged, aggregate);

        if (ChooseMeasures.Of(said.Words) is not { } chosen) return Merged.Not(plan, "");
        var isAdded = (said.Ways.Contains(CarryOn.Add) || (said.BeginsWithAnd || said.BeginsWithWith) && said.NamesMeasure) && !said.Ways.Contains(CarryOn.Replace);
        var measures = chosen.Measures;
        // «and their CSAT?»: that of the very tickets shown
        if (said.HasSureThose && plan.Measures[0].Clock is var shown and not (Clocks.Open or Clocks.Written))
            measures = [.. measures.Select(measure => measure.Clock is Clocks.Open or Clocks.Written ? measure : measure with { Clock = shown })];
        // «how many did she solve?», after her CSAT: a number of tickets again
        if (!said.NamesMeasure && clocks is [Clocks.Solved or Clocks.Created] && said.Words.Parts.Any(part => part is FillerPart { Kind: FillerKind.HowMany }))
            return merged with { Plan = plan with { Measures = [clocks[0] == Clocks.Solved ? new PlanMeasure("solved", Clocks.Solved) : new PlanMeasure("tickets", Clocks.Created)], Having = null, Order = null, Limit = plan.Limit is null ? null : plan.Limit } };
        if (!said.NamesMeasure && clocks is [var clock] && plan.Measures.All(measure => measure.Name is not ("tickets" or "solved" or "open"))) measures = [.. plan.Measures.Select(measure => measure with { Clock = clock })];
        if (isAdded && measures.Concat(plan.Measures).All(measure => measure.Clock != Clocks.Open)) measures = [.. plan.Measures, .. measures.Where(measure => plan.Measures.All(other => other.Name != measure.Name))];
        var filters = plan.Filters.Concat(chosen.Filters.Where(filter => plan.Filters.All(other => other.Field != filter.Field))).ToList();
        var keepsOrder = measures[0] == plan.Measures[0];
        // «their resolution time», after the worst three: ranked by another figure, others would come first
        if (!keepsOrder && plan.Limit is not null && said.HasSureThose) return Merged.Not(plan, $"Those were ranked by {Title(plan.Measures[0].Name)}; by another figure others would come first. Name them, or say «also show» to see both.");
        return merged with { Plan = plan with { Measures = measures, Filters = filters, Having = keepsOrder ? plan.Having : null, Order = keepsOrder || plan.Order is null ? plan.Order : Ordered(plan, measures[0]) } };
    }

    // «the top 5 agents» by another measure are the top 5 by that one.
    private static PlanOrder? Ordered(Plan plan, PlanMeasure first) =>
        plan.Order!.By == plan.Measures[0].Name ? plan.Order with { By = first.Name } : plan.Order.By is "difference" or "change" || plan.GroupBy.Contains(plan.Order.By) ? plan.Order : null;

    /// <summary>An aggregate without its measure: «and the median?».</summary>
    private string? Lone() => said.Words.Aggregates.Select(aggregate => aggregate.Name).Distinct().ToList() is [var one]
        && said.Words.Measures.Count + said.Words.Goals.Count + said.Words.Distincts.Count == 0 ? one : null;

    /// <summary>Whether «in total» can only mean the figure shown, not taken apart: it has no sum of another name.</summary>
    private bool IsTotalOf(Plan plan) => said.WantsTotal && plan.Measures.All(measure => Catalog.Measure(measure.Name).Family is not { } family || ChooseMeasures.Member(family, "total") is not { } sum || sum == measure.Name);

    private Merged OfFamily(Merged merged, string aggregate)
    {
        var plan = merged.Plan;
        var family = plan.Measures.Select(measure => Catalog.Measure(measure.Name).Family).FirstOrDefault(name => name is not null);
        // «average per day», of a number of tickets
        if (family is null && aggregate == "average" && (said.NamesSplit || plan.GroupBy.Count > 0 || plan.Grain is not null)) return merged with { WantsMean = true };
        if (family is null || ChooseMeasures.Member(family, aggregate) is not { } name) return Merged.Not(plan, $"There is no {aggregate} of {Title(plan.Measures[0].Name)}.");
        var was = plan.Measures.First(measure => Catalog.Measure(measure.Name).Family == family);
        var measure = new PlanMeasure(name, was.Clock);
        if (plan.Measures.Any(other => other.Name == name)) return merged;
        IReadOnlyList<PlanMeasure> measures = said.Ways.Contains(CarryOn.Add) ? [.. plan.Measures, measure] : [.. plan.Measures.Select(other => other == was ? measure : other)];
        return merged with { Plan = plan with { Measures = measures, Order = plan.Order is { } order && order.By == was.Name ? order with { By = name } : plan.Order } };
    }

    /// <summary>Each group's part of all; or of what had a filter, its part of those without it.</summary>
    private IEnumerable<Merged> Shares(Merged merged)
    {
        var plan = merged.Plan;
        if (plan.Measures is not [{ Name: "tickets" or "solved" or "share" } measure] || said.NamesMeasure)
        {
            yield return Merged.Not(plan, NoShare);
            yield break;
        }

        var share = new PlanMeasure("share", measure.Clock);
        var demands = said.Words.Filters.SelectMany(filter => filter.Filter.Filters.All).ToList();
        if (demands.Count > 0)
        {
            yield return merged with { Plan = plan with { Measures = [share with { Part = demands }], Having = null, Order = null, Limit = null, Skip = null, Each = null } };
            yield break;
        }

        // «only chat» of figures by channel, as a percentage: chat's part of all channels, for of itself it is all.
        if (plan.Filters.FirstOrDefault(filter => plan.GroupBy.Contains(filter.Field) && filter.Op is "is") is { } shown)
        {
            // Of several that are shown it may as well be each one's part of them.
            if (shown.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
                yield return merged with { Plan = plan with { Measures = [share], Having = null, Order = null } };
            yield return merged with { Plan = plan with { Measures = [share with { Part = [shown] }], Filters = [.. plan.Filters.Where(filter => filter != shown)], GroupBy = [.. plan.GroupBy.Where(name => name != shown.Field)], Having = null, Order = null, Limit = null, Skip = null, Each = null } };
            yield break;
        }

        var demanded = plan.Filters.Where(filter => filter.Op is not "notEmpty").ToList();
        if (plan.GroupBy.Count > 0)
        {
            yield return merged with { Plan = plan with { Measures = [share], Having = null, Order = plan.Order is { } order && order.By == measure.Name ? order with { By = "share" } : plan.Order } };
            // Of what has a filter, in groups, the percentage can be that in each group as well.
            foreach (var filter in demanded)
                yield return merged with { Plan = plan with { Measures = [share with { Part = [filter] }], Filters = [.. plan.Filters.Where(other => other != filter)], Having = null, Order = null }, Cost = merged.Cost + 0.3 };
            yield break;
        }

        if (plan.Filters.Count == 0) yield return Merged.Not(plan, NoShare);
        // Of several filters any can be the part, and the others the whole.
        foreach (var filter in plan.Filters)
            yield return merged with { Plan = plan with { Measures = [share with { Part = [filter] }], Filters = [.. plan.Filters.Where(other => other != filter)] } };
        if (plan.Filters.Count > 1) yield return merged with { Plan = plan with { Measures = [share with { Part = plan.Filters }], Filters = [] } };
    }

    private static string Title(string measure) => Catalog.Measure(measure).Title;
}
