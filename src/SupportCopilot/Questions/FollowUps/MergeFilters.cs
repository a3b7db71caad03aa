using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Parsing.Rules;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>Demands that are added, put in the place of others, or taken away.</summary>
internal sealed class MergeFilters(Fragment said)
{
    /// <summary>How old what is open is: of each ticket, whatever the figures are split by.</summary>
    public const string Age = "openAgeMinutes";

    private const double OnScreen = 2;   // «just Billing», said of figures by group, is the group of that name and not the category
    private const double Contradicts = 1;   // «without billing», said of billing tickets, hardly asks for all others

    public Merged Run(Merged merged)
    {
        var filters = merged.Plan.Filters.ToList();
        if (ProblemOfTaking(filters, merged.Plan) is { } problem) return Merged.Not(merged.Plan, problem);
        if (said.Words.Share is not null) return merged with { Plan = merged.Plan with { Filters = filters } };   // they are the part

        var demands = Demands().ToList();
        // «for urgent and high» is one demand on priority; two of them cannot both be.
        if (demands.Where(demand => demand.Op == "is" && !Catalog.Dimension(demand.Field).IsMany).GroupBy(demand => demand.Field).Any(same => same.Count() > 1)) return Merged.Not(merged.Plan, "");
        var cost = merged.Cost;
        if (said.TakenDemands.Count > 0 || said.Taken.Exists(take => take.Name is { } taken && IsOnScreen(merged.Plan, taken)) || demands.Exists(demand => IsOnScreen(merged.Plan, demand.Field))) cost -= OnScreen;
        var plan = merged.Plan;
        if (said.WantsOthers) return Others(merged, filters, demands);
        foreach (var demand in demands)
        {
            // «and shipping too», after «exclude billing», hardly means to count nothing but shipping
            if (demand.Op == "is" && (said.Ways.Contains(CarryOn.Add) || said.BeginsWithAnd && !said.Ways.Contains(CarryOn.Replace)) && filters.Exists(filter => filter.Field == demand.Field && filter.Op == "isNot" && !demand.Values.All(filter.Values.Contains)))
                return Merged.Not(plan, $"Leave {string.Join(" and ", demand.Values.Distinct(StringComparer.OrdinalIgnoreCase))} out as well, or count it alone? Say «exclude …» or «only …».");
            if (IsRowOfShares(plan, demand) && demand.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
                return Merged.Not(plan, "I can give the share of one of them, or all shares side by side. Name one: «just billing».");
            if (PickedRow(plan, demand) is { } picked)
            {
                plan = picked;
                continue;
            }

            if (demand.Op is "empty" && said.BeginsWithNo)
            {
                if (!IsOnScreen(merged.Plan, demand.Field)) return Merged.Not(plan, $"Nothing is split or chosen by {Catalog.Dimension(demand.Field).Title} here, so there is nothing to take away. For tickets that have none, say «{Catalog.Dimension(demand.Field).Title} is empty».");
                cost += OnScreen + Contradicts;   // «no channels», of figures by channel, takes the channels away
            }

            if (Contrary(filters, demand)) cost += Contradicts;
            if (said.HasSureThose && demand is { Field: "status", Op: "is", Values: ["solved"] }) cost += Contradicts;   // «how many of those were solved?» does not leave out the closed ones
            if (plan.Measures is [{ Part: [{ } part] } share] && part.Field == demand.Field) plan = plan with { Measures = [share with { Part = [demand] }] };   // «and high?», of the share of the urgent ones
            else Put(filters, demand);
        }

        foreach (var (_, bound) in said.Words.Bounds)
            if (bound.Of is { } field && Catalog.FindDimension(field) is { Kind: DimensionKind.Number } && (merged.Plan.GroupBy.Count == 0 || field == Age)) filters.AddRange(BoundRules.Filter(field, bound).Filters.All);
        return merged with { Plan = plan with { Filters = [.. filters.OrderBy(filter => filter.Field, StringComparer.Ordinal).ThenBy(filter => filter.Op, StringComparer.Ordinal)] }, Cost = cost };
    }

    /// <summary>«just billing», of shares by category: the share of that category, for of itself it would be all. Null where that is not what is shown.</summary>
    private Plan? PickedRow(Plan plan, PlanFilter demand)
    {
        if (!IsRowOfShares(plan, demand) || plan.Measures is not [var share]) return null;
        return plan with { Measures = [share with { Part = [demand] }], GroupBy = [.. plan.GroupBy.Where(name => name != demand.Field)], Having = null, Order = null, Limit = null, Skip = null, Each = null };
    }

    private bool IsRowOfShares(Plan plan, PlanFilter demand) =>
        plan.Measures is [{ Name: "share", Part.Count: 0 }] && plan.GroupBy.Contains(demand.Field) && demand.Op is "is" && !said.Ways.Contains(CarryOn.Replace);

    /// <summary>«and the others?»: what the one demand there is left out.</summary>
    private static Merged Others(Merged merged, List<PlanFilter> filters, List<PlanFilter> demands)
    {
        var plan = merged.Plan;
        if (plan.Limit is not null || plan.Having is not null) return Merged.Not(plan, "I cannot list the groups that were left out by themselves. Ask for all of them: «all groups».");
        if (demands.Count > 0) return Merged.Not(plan, "");
        if (plan.Measures is [{ Part: [{ Op: "is" } part] } share]) return merged with { Plan = plan with { Measures = [share with { Part = [part with { Op = "isNot" }] }] } };
        if (filters.Where(filter => filter.Op is "is" or "isNot").ToList() is not [var one]) return Merged.Not(plan, "Say which others: «not chat», «other categories than billing».");
        filters[filters.IndexOf(one)] = one with { Op = one.Op == "is" ? "isNot" : "is" };
        return merged with { Plan = plan with { Filters = filters } };
    }

    private IEnumerable<PlanFilter> Demands() => said.Words.Filters.SelectMany(filter => filter.Filter.Filters.All)
        .Concat(said.Words.Contrasts.Select(contrast => new PlanFilter(contrast.Dimension, "is", contrast.Values.All)));

    private void Put(List<PlanFilter> filters, PlanFilter demand)
    {
        var same = filters.FindIndex(filter => filter.Field == demand.Field && filter.Op == demand.Op && filter.Op == "is");
        if (said.Ways.Contains(CarryOn.Add) && same >= 0 && !Catalog.Dimension(demand.Field).IsMany)
        {
            filters[same] = demand with { Values = [.. filters[same].Values.Union(demand.Values)] };
            return;
        }

        // «include billing again», after it was left out
        var leftOut = filters.FindIndex(filter => filter.Field == demand.Field && filter.Op == "isNot" && demand.Op == "is" && demand.Values.All(filter.Values.Contains));
        if (said.Ways.Contains(CarryOn.Add) && leftOut >= 0)
        {
            var left = filters[leftOut].Values.Except(demand.Values).ToList();
            if (left.Count == 0) filters.RemoveAt(leftOut);
            else filters[leftOut] = filters[leftOut] with { Values = left };
            return;
        }

        // «not vip», said of the vip tickets, turns it round: both at once is nothing
        filters.RemoveAll(filter => filter.Field == demand.Field && (filter.Op, demand.Op) is ("is", "isNot") or ("isNot", "is") or ("contains", "notContains") or ("notContains", "contains") && filter.Values.Intersect(demand.Values, StringComparer.OrdinalIgnoreCase).Any());
        var stays = !said.Ways.Contains(CarryOn.Replace) && (Catalog.Dimension(demand.Field).IsMany || demand.Op is not "is" && filters.All(filter => filter.Field != demand.Field || filter.Op is not ("is" or "empty")));
        filters.RemoveAll(filter => filter.Field == demand.Field && (!stays || IsSame(filter, demand)));
        filters.Add(demand);
    }

    private static bool IsOnScreen(Plan plan, string field) =>
        plan.GroupBy.Contains(field) || plan.Filters.Concat(plan.Measures.SelectMany(measure => measure.Part)).Any(filter => filter.Field == field);

    /// <summary>Whether a demand turns round the one that is there.</summary>
    private static bool Contrary(List<PlanFilter> filters, PlanFilter demand) =>
        filters.Any(filter => filter.Field == demand.Field && filter.Op != demand.Op && filter.Values.Intersect(demand.Values).Any());

    private string? ProblemOfTaking(List<PlanFilter> filters, Plan plan)
    {
        foreach (var take in said.Taken.Where(take => take.Kind is TakenKind.Demands || take.Kind is TakenKind.Any && take.Name is { } name && Catalog.FindMeasure(name) is null))
        {
            var isSplit = take is { Name: { } split } && plan.GroupBy.Contains(split);
            var removed = filters.RemoveAll(filter => take.Name is null ? Catalog.Dimension(filter.Field).Kind is not DimensionKind.Days : filter.Field == take.Name);
            if (removed > 0 || take.Kind is TakenKind.Any && isSplit) continue;
            if (take is { Kind: TakenKind.Demands, Name: not null } && isSplit && plan.Limit is not null) continue;   // «all agents» instead of the top 5
            return take.Name is { } missing ? $"There is no filter on {Catalog.Dimension(missing).Title} to take away." : "There are no filters to take away.";
        }

        foreach (var gone in said.TakenDemands)
        {
            var at = filters.FindIndex(filter => filter.Field == gone.Field && filter.Op == gone.Op && gone.Values.All(filter.Values.Contains));
            if (at < 0) return $"There is no filter «{Answers.Interpretation.Filter(gone)}» to take away.";
            var left = filters[at].Values.Except(gone.Values).ToList();
            if (left.Count == 0) filters.RemoveAt(at);
            else filters[at] = filters[at] with { Values = left };
        }

        return null;
    }

    private static bool IsSame(PlanFilter a, PlanFilter b) => a.Field == b.Field && a.Op == b.Op && a.Values.SequenceEqual(b.Values);
}
