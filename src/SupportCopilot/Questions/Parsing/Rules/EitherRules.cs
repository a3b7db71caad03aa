using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>
/// «billing or vip tickets», «tickets from Globex or about billing»: demands on several dimensions, one of which must hold.
/// Values of one dimension are joined where they are values. What leaves something out is not joined so: «not billing or from
/// Globex» may leave out either.
/// </summary>
internal static class EitherRules
{
    private const int MostWords = 4;   // between «or» and its demand: «or tickets that are»

    private static readonly FillerKind[] Little = [FillerKind.Plain, FillerKind.Mark, FillerKind.Is];

    /// <summary>From the end, so that «a or b or c» finds «b or c» made.</summary>
    public static void Apply(Chart chart)
    {
        for (var or = chart.Words.Count - 2; or > 0; or--)
        {
            if (chart.Of<OrPart>(or).Count == 0) continue;
            var rights = chart.Of<OrPart>(or).SelectMany(edge => After(chart, edge.End)).ToList();
            if (rights.Count == 0) continue;
            for (var start = Math.Max(0, or - 12); start < or; start++)
            {
                foreach (var left in chart.Of<FilterPart>(start).Where(edge => edge.End <= or && CanBeJoined((FilterPart)edge.Part)).ToList())
                    if (Reaches(chart, left.End, or) is { } hasNoun)
                        foreach (var (right, isOwn) in rights) Join(chart, left, right, hasNoun || isOwn);
            }
        }
    }

    private static void Join(Chart chart, Edge left, Edge right, bool isClause)
    {
        PlanFilter[] all = [.. Alternatives(left), .. Alternatives(right)];
        if (all.Select(one => (one.Field, one.Op)).Distinct().Count() < all.Length) return;
        chart.Add(left.Start, right.End, new FilterPart(new FilterSet([PlanFilter.Either(all)])) { IsClause = isClause || left.Part is FilterPart { IsClause: true } || right.Part is FilterPart { IsClause: true } }, left.Cost + right.Cost + 0.1);
    }

    private static IEnumerable<PlanFilter> Alternatives(Edge edge) => ((FilterPart)edge.Part).Filters.All[0].Each;

    private static bool CanBeJoined(FilterPart part) => part.Filters.All is [var one] && one.Op is not ("isNot" or "notContains") && Catalog.Dimension(one.Field).Kind is not (DimensionKind.Days or DimensionKind.Weekday or DimensionKind.HourOfDay);

    /// <summary>The demands behind «or», and whether their tickets were named again.</summary>
    private static IEnumerable<(Edge Demand, bool IsOwn)> After(Chart chart, int from)
    {
        foreach (var place in chart.Positions(from, Little))
        {
            foreach (var demand in chart.Of<FilterPart>(place).Where(edge => CanBeJoined((FilterPart)edge.Part))) yield return (demand, false);
            foreach (var noun in chart.Of<MeasurePart>(place).Where(edge => edge.Part is MeasurePart { Name: "tickets" }))
                foreach (var demand in chart.After<FilterPart>(noun.End, Little).Where(edge => edge.Start - from <= MostWords && CanBeJoined((FilterPart)edge.Part))) yield return (demand, true);
        }
    }

    /// <summary>Whether nothing but «tickets», a comma and the like stands before «or»; null where something else does.</summary>
    private static bool? Reaches(Chart chart, int end, int or)
    {
        if (chart.Positions(end, Little).Contains(or)) return false;
        return chart.After<MeasurePart>(end, FillerKind.Mark).Any(noun => noun.Part is MeasurePart { Name: "tickets" } && chart.Positions(noun.End, FillerKind.Mark).Contains(or)) ? true : null;
    }
}
