using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>What differs between two plans, in words: «channel chat added; per week instead of per day».</summary>
internal static class PlanChanges
{
    public static string Of(Plan before, Plan after)
    {
        List<string> changes = [.. Measures(before, after), .. Period(before, after), .. Filters(before, after), .. Splits(before, after), .. Rank(before, after)];
        return changes.Count == 0 ? "Nothing changed; it was so already." : $"Changed: {string.Join("; ", changes)}.";
    }

    private static IEnumerable<string> Measures(Plan before, Plan after)
    {
        var (was, now) = (before.Measures.Select(Title).ToList(), after.Measures.Select(Title).ToList());
        var (added, gone) = (now.Except(was).ToList(), was.Except(now).ToList());
        if (added.Count > 0 && gone.Count > 0) yield return $"{Joined(added)} instead of {Joined(gone)}";
        else if (added.Count > 0) yield return $"{Joined(added)} added";
        else if (gone.Count > 0) yield return $"{Joined(gone)} removed";
    }

    private static IEnumerable<string> Period(Plan before, Plan after)
    {
        if ((before.From, before.Days) != (after.From, after.Days) || before.Compare == after.Compare && before.To != after.To) yield return (before.Days, after.Days) switch
        {
            (null, { } now) => $"period {DayWords.Of(now)} added",
            ({ } was, null) => $"period {DayWords.Of(was)} removed",
            var (was, now) => was == now ? "period moved" : $"period {DayWords.Of(now!)} instead of {DayWords.Of(was!)}",
        };
        if (before.Before?.Days == after.Before?.Days) yield break;
        yield return after.Before is { } with ? $"compared with {DayWords.Of(with.Days)}" : "comparison removed";
    }

    private static IEnumerable<string> Filters(Plan before, Plan after)
    {
        foreach (var field in before.Filters.Concat(after.Filters).Select(filter => filter.Field).Distinct())
        {
            var (was, now) = (Said(before, field), Said(after, field));
            var (added, gone) = (now.Except(was).ToList(), was.Except(now).ToList());
            if (added.Count > 0 && gone.Count > 0) yield return $"{Joined(added)} instead of {Joined(gone)}";
            else if (added.Count > 0) yield return $"{Joined(added)} added";
            else if (gone.Count > 0) yield return $"{Joined(gone)} removed";
        }
    }

    private static List<string> Said(Plan plan, string field) => [.. plan.Filters.Where(filter => filter.Field == field)
        .Select(filter => filter.Op == "is" ? $"{Catalog.Dimension(field).Title} {string.Join(" or ", filter.Values.GroupBy(value => value.ToLowerInvariant()).Select(same => same.First()))}" : Interpretation.Filter(filter))];

    private static IEnumerable<string> Splits(Plan before, Plan after)
    {
        if (before.Grain != after.Grain) yield return (before.Grain, after.Grain) switch
        {
            (null, { } now) => $"per {now}",
            ({ } was, null) => $"no longer per {was}",
            var (was, now) => $"per {now} instead of per {was}",
        };
        if (before.Running != after.Running) yield return after.Running ? "as a running total" : "no longer as a running total";
        var (added, gone) = (Titles(after.GroupBy.Except(before.GroupBy)), Titles(before.GroupBy.Except(after.GroupBy)));
        if (added.Count > 0 && gone.Count > 0) yield return $"by {Joined(added)} instead of by {Joined(gone)}";
        else if (added.Count > 0) yield return $"by {Joined(added)}";
        else if (gone.Count > 0) yield return $"no longer by {Joined(gone)}";
    }

    private static IEnumerable<string> Rank(Plan before, Plan after)
    {
        if ((before.Limit, before.Skip, before.Each) != (after.Limit, after.Skip, after.Each)) yield return after.Limit is { } limit ? $"the {PlanWords.Rank(after, limit)}" : "all groups";
        if (before.Having != after.Having) yield return after.Having is { } having ? $"groups with {PlanWords.Bound(having.Op)} {FigureWords.Of(having.Value, Catalog.Measure(after.Measures[0].Name).Unit)}" : "no bound on groups";
        if (before.Order != after.Order && before.Limit == after.Limit)
            yield return after.Order is { } order ? $"sorted by {Catalog.FindMeasure(order.By)?.Title ?? Catalog.FindDimension(order.By)?.Title ?? order.By}, {(order.Descending ? "highest" : "lowest")} first" : "in the usual order";
    }

    private static string Title(PlanMeasure measure)
    {
        var title = Catalog.Measure(measure.Name).Title;
        if (measure.Part.Count > 0) title = $"share with {string.Join(" and ", measure.Part.Select(Interpretation.Filter))}";
        return measure.Clock == Catalog.Measure(measure.Name).Clock ? title : $"{title} ({measure.Clock})";
    }

    private static List<string> Titles(IEnumerable<string> names) => [.. names.Select(name => Catalog.Dimension(name).Title)];

    private static string Joined(IEnumerable<string> words) => string.Join(" and ", words);
}
