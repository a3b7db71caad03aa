using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«split that by agent», «and by channel?», «make it weekly», «drop the agents», «top 3 of these», «sort by CSAT».</summary>
internal sealed class MergeSplits(Fragment said, PlanContext context)
{
    private const int UsualTop = 5;
    private const double LessLikely = 2;

    public IEnumerable<Merged> Run(Merged merged)
    {
        foreach (var split in Split(Less(merged)))
        {
            if (split.Problem is not null) yield return split;
            else
            {
                var made = Sorted(Ranked(Running(split)));
                yield return made;
                if (MayBeFiscal(made)) yield return made with { IsFiscal = true };   // which of the two is asked
            }
        }
    }

    /// <summary>«per quarter», of a period that begins with the fiscal year: those may be fiscal quarters.</summary>
    private bool MayBeFiscal(Merged merged) =>
        merged.Plan is { Grain: "quarter" or "year", FiscalYearStart: null, Days: { } days } && said.NamesSplit && context.Dates.FiscalYearStartMonth > 1
        && days.StartsWith(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days[..4]}-{context.Dates.FiscalYearStartMonth:00}-01"), StringComparison.Ordinal);

    private Merged Less(Merged merged)
    {
        var plan = merged.Plan;
        foreach (var take in said.Taken)
        {
            if (take.Kind is TakenKind.Limit || take is { Kind: TakenKind.Demands, Name: { } all } && plan.GroupBy.Contains(all))
            {
                if (take.Kind is TakenKind.Limit && plan.Limit is null && plan.Having is null) return Merged.Not(plan, "There is no limit to take away.");
                plan = plan with { Limit = null, Skip = null, Each = null, Having = null };
            }

            if (take.Kind is TakenKind.Steps)
            {
                if (plan.Grain is null) return Merged.Not(plan, "The figures are not split by steps of time.");
                plan = Unranked(plan with { Grain = null });
            }

            if (take.Kind is not (TakenKind.Splits or TakenKind.Any) || take.Name is { } measure && Catalog.FindDimension(measure) is null) continue;
            var left = take.Name is { } name ? plan.GroupBy.Where(other => other != name).ToList() : [];
            if (left.Count == plan.GroupBy.Count && (take.Kind is TakenKind.Splits && (take.Name is not null || plan.Grain is null)))
                return Merged.Not(plan, take.Name is { } missing ? $"The figures are not split by {Catalog.Dimension(missing).Title}." : "The figures are not split by anything.");
            if (left.Count < plan.GroupBy.Count)
                plan = Unranked(plan with { GroupBy = left, Filters = [.. plan.Filters.Where(filter => filter.Op != "notEmpty" || !plan.GroupBy.Except(left).Contains(filter.Field))] });
            if (take is { Kind: TakenKind.Splits, Name: null }) plan = plan with { Grain = null };
        }

        return said.WantsTotal ? Whole(merged with { Plan = plan }) : merged with { Plan = plan };
    }

    /// <summary>«how many in total?»: the figure with its demands and period, not taken apart.</summary>
    private static Merged Whole(Merged merged)
    {
        var plan = merged.Plan;
        if (plan.Limit is not null || plan.Having is not null) return Merged.Not(plan, "The total of those shown, or of all? Say «all of them» first, or name the ones to be added up.");
        if (plan is { Grain: not null, Measures: [{ Clock: Clocks.Open }, ..] }) return Merged.Not(plan, "What is open at the end of each step does not add up. Name a moment: «backlog at the end of October».");
        if (plan.Measures is [{ Name: "share", Part.Count: 0 }]) return Merged.Not(plan, "The shares make up 100 % together. Ask for the number: «how many is that?».");
        return merged with { Plan = plan with { GroupBy = [], Grain = null, Running = false, Order = null } };
    }

    // Ranks and bounds were of groups that are gone.
    private static Plan Unranked(Plan plan) => plan.GroupBy.Count > 0 || plan.Grain is not null ? plan : plan with { Limit = null, Skip = null, Each = null, Having = null, Order = null };

    private IEnumerable<Merged> Split(Merged merged)
    {
        if (merged.Problem is not null || !said.NamesSplit) return [merged];
        var plan = merged.Plan;
        var words = said.Words;
        var names = words.Which.Select(which => which.Dimension).Concat(words.Groups.SelectMany(group => group.Dimensions.All)).Concat(words.Contrasts.Select(contrast => contrast.Dimension))
            .Concat(words.Dimensions.Select(dimension => dimension.Dimension.Name)).Where(name => name.Length > 0).Distinct().ToList();
        var grains = words.Groups.Select(group => group.Grain).Concat(words.Grains.Select(grain => grain.Grain)).Concat(words.Which.Select(which => which.Grain)).OfType<string>().Select(PlanSteps.Plain).Distinct().ToList();
        if (grains.Count > 1 || names.Any(name => Catalog.FindDimension(name) is not { CanGroup: true })) return [Merged.Not(plan, "")];

        if (said.IsInUnits) return [Merged.Not(plan, "Times are shown in minutes or hours, as the measure has them. A step of time is said as «per hour».")];
        var grain = grains.FirstOrDefault() is "auto" ? MergePeriod.UsualGrain(plan, context.Dates) : grains.FirstOrDefault();
        if (names.Count == 0) return [With(merged, plan.GroupBy, grain, 0)];
        if (said.HasSureThose && (plan.Limit is not null || plan.Having is not null) && names.Exists(name => !plan.GroupBy.Contains(name)))
            return [Merged.Not(plan, "Those are the first of a ranking; split otherwise, all of them would be counted. Name the ones you mean: «by agent for Billing and Devices».")];
        var had = plan.GroupBy.Where(name => !names.Contains(name)).ToList();
        var hasNone = had.Count == 0 && plan.Grain is null;
        if (hasNone || grain is not null && had.Count == 0) return [With(merged, names, grain ?? plan.Grain, 0)];

        // What was split already is split further, or otherwise: the words say which, or both are offered.
        var (further, otherwise) = (0.0, 0.0);
        if (said.Ways.Contains(CarryOn.Replace)) further = LessLikely;
        else if (said.Ways.Contains(CarryOn.Add) || said.BeginsWithSplit && had.Count == 0) otherwise = LessLikely;
        else if (said.Ways.Contains(CarryOn.Split) || said.HasThose || said.BeginsWithAnd || plan.Grain is not null) further = 0.1;
        else further = LessLikely;
        var all = had.Concat(names).ToList();
        var mergedFurther = all.Count > 2 ? Merged.Not(plan, "Figures are split by two dimensions at most; take one away first.") : With(merged, all, grain ?? plan.Grain, further);
        return [mergedFurther, With(merged, names, grain, otherwise)];
    }

    private Merged Running(Merged merged)
    {
        var plan = merged.Plan;
        if (said.Words.IsRunning) return plan.Grain is null ? Merged.Not(plan, "Say the steps of the running total: «running total per week».") : merged with { Plan = plan with { Running = true } };
        return plan is { Running: true, Grain: null } ? merged with { Plan = plan with { Running = false } } : merged;
    }

    private static Merged With(Merged merged, IReadOnlyList<string> names, string? grain, double cost)
    {
        var plan = merged.Plan;
        var isSame = plan.GroupBy.All(names.Contains) && (plan.Grain is null || grain is not null);
        var gone = plan.GroupBy.Except(names).ToList();
        var filters = gone.Count == 0 ? plan.Filters : [.. plan.Filters.Where(filter => filter.Op != "notEmpty" || !gone.Contains(filter.Field))];
        var next = plan with { GroupBy = names, Grain = grain, Filters = filters };
        return merged with { Plan = isSame ? next : next with { Limit = null, Skip = null, Each = null, Having = null, Order = null }, Cost = merged.Cost + cost };
    }

    private Merged Ranked(Merged merged)
    {
        var plan = merged.Plan;
        var hasGroups = plan.GroupBy.Count > 0 || plan.Grain is not null;
        foreach (var (_, bound) in said.Words.Bounds)
        {
            var of = bound.Of ?? said.Words.Measures.Select(measure => measure.Name).FirstOrDefault();   // «only those with more than 10 tickets»
            if (bound.Of is { } field && Catalog.FindDimension(field) is { Kind: DimensionKind.Number } && (plan.GroupBy.Count == 0 || field == MergeFilters.Age)) continue;   // a demand on tickets
            if (of is null && plan.Filters.Any(filter => filter.Op is "moreThan" or "atLeast" or "lessThan" or "atMost")) return Merged.Not(plan, "A bound on the same as before, or on the figures shown? Name it: «only contract value over 20,000», «only those with more than 10 tickets».");
            if (!hasGroups || bound.Op is "is") return Merged.Not(plan, "There are no groups to choose from; split the figures first.");
            if (Bounded(plan, of) is not { } ordered) return Merged.Not(plan, $"Only what is shown can be bounded; say «also show {BoundName(of!)}» first.");
            plan = ordered;
            if (AssemblePlan.InUnitOf(Catalog.Measure(plan.Measures[0].Name).Unit, bound) is not { } value) return Merged.Not(plan, "");
            plan = Named(plan with { Having = new PlanHaving(bound.Op, value) });
        }

        if (said.Words.Ranks.Count == 0) return merged with { Plan = plan };
        // «which of them has the better CSAT?», of two that are counted together
        if (!hasGroups && said.Words.Ranks[0].Count == 1 && plan.Filters.Where(filter => filter is { Op: "is", Values.Count: > 1 } && Catalog.Dimension(filter.Field) is { CanGroup: true, IsMany: false }).ToList() is [var several])
            (plan, hasGroups) = (plan with { GroupBy = [several.Field] }, true);
        if (!hasGroups) return Merged.Not(plan, "There are no groups to choose from; split the figures first: «by agent».");
        var rank = said.Words.Ranks[0];
        if (ChooseMeasures.IsExtreme(plan.Measures[0].Name)) return Merged.Not(plan, "The longest or the shortest of each, or which of them comes first? Ask the whole question: «shortest first reply time by team in May».");
        if (plan.GroupBy is ["ticket"]) return Merged.Not(plan, "Ask for the tickets anew: «10 newest tickets of Globex».");
        var isTime = Catalog.Measure(plan.Measures[0].Name).Family is "firstReply" or "resolution";
        // «who's best?», of what is sorted by another figure than the first
        var by = plan.Order is { } sorted && plan.Measures.Any(measure => measure.Name == sorted.By) ? sorted.By : plan.Measures[0].Name;
        if (by != plan.Measures[0].Name) isTime = Catalog.Measure(by).Family is "firstReply" or "resolution";
        if (AssemblePlan.Descending(rank.Way, by, isTime) is not { } descending) return Merged.Not(plan, "");
        var isOne = rank.Count is null && said.Words.Dimensions.All(dimension => !dimension.Dimension.IsPlural) && (said.HasThose || said.Words.Which.Any(which => !which.IsPlural));
        return merged with
        {
            Plan = Named(plan) with
            {
                Skip = rank.Nth - 1,
                Limit = rank.Nth is not null ? 1 : rank.Count ?? said.Words.Which.Select(which => which.Count).Concat(said.Words.Dimensions.Select(dimension => dimension.Dimension.Count)).FirstOrDefault(count => count is not null) ?? (isOne ? 1 : plan.Skip is not null ? UsualTop : plan.Limit ?? UsualTop),
                Order = new PlanOrder(by, descending),
            },
        };
    }

    /// <summary>Whoever ranks or bounds agents does not mean the tickets without one.</summary>
    private static Plan Named(Plan plan)
    {
        var named = plan.GroupBy.Where(name => Catalog.Dimension(name) is { IsTimed: false, Kind: not DimensionKind.Ticket } && plan.Filters.All(filter => filter.Field != name || filter.Op is not ("notEmpty" or "is")));
        return plan with { Filters = [.. plan.Filters.Concat(named.Select(name => new PlanFilter(name, "notEmpty", []))).OrderBy(filter => filter.Field, StringComparer.Ordinal).ThenBy(filter => filter.Op, StringComparer.Ordinal)] };
    }

    /// <summary>The plan with the bounded measure first, for a bound is one on the first; null where it is not shown.</summary>
    private static Plan? Bounded(Plan plan, string? of)
    {
        if (of is null) return plan;
        var at = plan.Measures.ToList().FindIndex(measure => measure.Name == of || Catalog.Measure(measure.Name).Family is { } family && of.StartsWith(family, StringComparison.Ordinal) || of == "tickets" && measure.Name is "solved" or "open" or "reopened");
        if (at <= 0) return at < 0 ? null : plan;
        return plan with { Measures = [plan.Measures[at], .. plan.Measures.Where((_, i) => i != at)], Order = plan.Order ?? new PlanOrder(plan.Measures[0].Name, true) };
    }

    private static string BoundName(string of) => Catalog.FindMeasure(of)?.Title ?? Catalog.FindDimension(of)?.Title ?? of;

    private Merged Sorted(Merged merged)
    {
        if (merged.Problem is not null || said.Sort is null && said.Descending is null) return merged;
        var plan = merged.Plan;
        if (plan.GroupBy.Count == 0 && plan.Grain is null) return Merged.Not(plan, "There is only one figure, and nothing to sort; split it first: «by agent».");
        var by = said.Sort?.By ?? plan.Order?.By ?? plan.Measures[0].Name;
        if (by.Length == 0) by = plan.GroupBy.Count > 0 ? plan.GroupBy[0] : plan.Measures[0].Name;   // by name
        if (plan.GroupBy.Contains(by)) return merged with { Plan = plan with { Order = new PlanOrder(by, said.Descending ?? false) } };
        if (Catalog.FindMeasure(by) is not { } known) return Merged.Not(plan, $"The figures are not split by {Catalog.FindDimension(by)?.Title ?? by}, so they cannot be sorted by it.");
        var shown = plan.Measures.FirstOrDefault(measure => measure.Name == by || known.Family is { } family && Catalog.Measure(measure.Name).Family == family);
        if (shown is null && (plan.Measures.Any(measure => measure.Clock == Clocks.Open) || known.Clock == Clocks.Open)) return Merged.Not(plan, "What is open now is shown by itself, not beside figures of a period.");
        return merged with
        {
            Plan = plan with { Measures = shown is null ? [.. plan.Measures, new PlanMeasure(by, known.Clock)] : plan.Measures, Order = new PlanOrder(shown?.Name ?? by, said.Descending ?? true) },
        };
    }
}
