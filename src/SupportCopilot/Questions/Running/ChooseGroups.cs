using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Running;

/// <summary>The groups and steps that an answer shows, in their order.</summary>
/// <param name="Groups">The groups; one without values where there are none.</param>
/// <param name="Steps">The places of the steps in the trend; empty without one.</param>
/// <param name="IsAll">Whether nothing was left out.</param>
/// <param name="Within">How many groups or steps there were within the bound.</param>
/// <param name="TiedWithLast">How many were left out though equal to the last one shown.</param>
internal sealed record ChosenGroups(IReadOnlyList<GroupKey> Groups, IReadOnlyList<int> Steps, bool IsAll, int Within, int TiedWithLast);

/// <summary>Applies a plan's bound, order and limit.</summary>
internal static class ChooseGroups
{
    private static readonly GroupKey Nothing = new([]);

    public static ChosenGroups Of(Plan plan, IReadOnlyList<MeasureFigures> now, IReadOnlyList<MeasureFigures> before, IReadOnlyList<IReadOnlyDictionary<long, string>?> sortNames)
    {
        var steps = now[0].Buckets is { } buckets ? Enumerable.Range(0, buckets.All.Count).ToList() : [];
        if (plan.GroupBy.Count > 0)
        {
            var groups = now.Concat(before).SelectMany(measure => (measure.PerGroup ?? measure.Figures).Select(figure => figure.Group)).Distinct().ToList();
            if (plan.Each is { } each) return OfEach(plan, plan.GroupBy.ToList().IndexOf(each), groups, now, before, sortNames);
            var (chosen, tied, within) = Choose(plan, groups, group => ValueOf(plan, group, now, before), Natural(sortNames, ByName(plan), plan.Order?.Descending is true), group => now[0].OfGroup(group), plan.Limit ?? RunningLimits.MostGroups);
            return new ChosenGroups(chosen, steps, chosen.Count == groups.Count, within, tied);
        }

        if (steps.Count == 0) return new ChosenGroups([Nothing], [], true, 1, 0);
        var byTime = plan with { Order = plan.Order ?? (plan.Limit is null ? null : new PlanOrder(now[0].Known.Name, true)) };
        var (shown, same, all) = Choose(byTime, steps, step => Step(now[0], step), (a, b) => a.CompareTo(b), step => Step(now[0], step), plan.Limit ?? Buckets.Most, keepOrder: plan.Order is null && plan.Limit is null);
        return new ChosenGroups([Nothing], shown, shown.Count == steps.Count, all, same);
    }

    /// <summary>The first ones within each value of one of the dimensions, those values in their natural order.</summary>
    private static ChosenGroups OfEach(Plan plan, int each, List<GroupKey> groups, IReadOnlyList<MeasureFigures> now, IReadOnlyList<MeasureFigures> before, IReadOnlyList<IReadOnlyDictionary<long, string>?> sortNames)
    {
        var (natural, chosen, tiedWithLast, all) = (Natural(sortNames, each, false), new List<GroupKey>(), 0, 0);
        foreach (var inside in groups.GroupBy(group => group.Values[each]).OrderBy(same => same.First(), Comparer<GroupKey>.Create(natural)))
        {
            var (first, tied, within) = Choose(plan, [.. inside], group => ValueOf(plan, group, now, before), Natural(sortNames, -1, false), group => now[0].OfGroup(group), plan.Limit ?? RunningLimits.MostGroups);
            chosen.AddRange(first);
            (tiedWithLast, all) = (tiedWithLast + tied, all + within);
        }

        if (chosen.Count > RunningLimits.MostGroups) throw new ArgumentException($"That would be more than {RunningLimits.MostGroups} rows; ask for fewer of each, or name some.");
        return new ChosenGroups(chosen, [], chosen.Count == groups.Count, all, tiedWithLast);
    }

    private static (List<T> Chosen, int Tied, int Within) Choose<T>(
        Plan plan, List<T> all, Func<T, double?> value, Comparison<T> natural, Func<T, double?> bounded, int limit, bool keepOrder = false)
    {
        var within = plan.Having is { } having ? all.FindAll(one => bounded(one) is { } number && Holds(number, having)) : [.. all];
        var skip = Math.Min(plan.Skip ?? 0, within.Count);
        if (keepOrder && within.Count <= limit && skip == 0) return (within, 0, within.Count);

        var valued = within.ConvertAll(one => (One: one, Value: value(one)));   // once for each: of a hundred thousand customers each is compared many times
        if (!keepOrder) valued.Sort(Ordering(plan, natural));
        var chosen = valued.GetRange(skip, Math.Min(limit, valued.Count - skip));
        if (chosen.Count == 0 || chosen.Count == valued.Count) return (chosen.ConvertAll(one => one.One), 0, valued.Count);
        var (first, last) = (chosen[0].Value, chosen[^1].Value);
        var tied = valued.Skip(skip + chosen.Count).Count(one => Same(one.Value, last)) + (skip > 0 ? valued.Take(skip).Count(one => Same(one.Value, first)) : 0);
        return (chosen.ConvertAll(one => one.One), tied, valued.Count);
    }

    private static Comparison<(T One, double? Value)> Ordering<T>(Plan plan, Comparison<T> natural)
    {
        if (plan.Order is null && IsCalendar(plan) || ByName(plan) >= 0) return (a, b) => natural(a.One, b.One);
        var descending = plan.Order?.Descending ?? true;
        return (a, b) =>
        {
            var (left, right) = (a.Value, b.Value);
            if (left is null || right is null) return left is null && right is null ? natural(a.One, b.One) : left is null ? 1 : -1;   // what has no figure comes last
            var order = descending ? right.Value.CompareTo(left.Value) : left.Value.CompareTo(right.Value);
            return order != 0 ? order : natural(a.One, b.One);
        };
    }

    private static bool IsCalendar(Plan plan) => plan.GroupBy.Count > 0 && Catalog.Dimension(plan.GroupBy[0]).IsTimed;

    /// <summary>Which of the dimensions the groups are sorted by, by its names; −1 where they are by a figure.</summary>
    private static int ByName(Plan plan) => plan.Order is { } order ? plan.GroupBy.ToList().IndexOf(order.By) : -1;

    /// <summary>By name, or by the value itself, the dimension asked for first; so the same data always gives the same rows. Tickets without one come last.</summary>
    private static Comparison<GroupKey> Natural(IReadOnlyList<IReadOnlyDictionary<long, string>?> names, int first, bool descending) => (a, b) =>
    {
        for (var place = first >= 0 ? -1 : 0; place < a.Values.Count; place++)
        {
            var i = place < 0 ? first : place;
            var order = (Sorted(i, a), Sorted(i, b)) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                (string left, string right) => Turned(i, string.CompareOrdinal(left, right)),
                (long left, long right) => Turned(i, left.CompareTo(right)),
                ({ } left, _) => left is string ? -1 : 1,
            };
            if (order != 0) return order;
        }

        return 0;

        int Turned(int i, int order) => descending && i == first ? -order : order;
        object? Sorted(int i, GroupKey key) => key.Values[i] is long id && names[i]?.GetValueOrDefault(id) is { } name ? name : key.Values[i];
    };

    private static double? ValueOf(Plan plan, GroupKey group, IReadOnlyList<MeasureFigures> now, IReadOnlyList<MeasureFigures> before)
    {
        if (plan.Order is not { } order) return now[0].OfGroup(group);
        if (order.By == "change") return before.Count == 0 ? null : Rounding.Change(now[0].OfGroup(group), before[0].OfGroup(group));
        if (order.By == "difference") return before.Count == 0 ? null : now[0].OfGroup(group) - before[0].OfGroup(group);
        return (now.FirstOrDefault(measure => measure.Known.Name == order.By) ?? now[0]).OfGroup(group);
    }

    private static double? Step(MeasureFigures measure, int step) => measure.At(Nothing, measure.Buckets!.All[step].Key);

    private static bool Holds(double value, PlanHaving having) => having.Op switch
    {
        "atLeast" => value >= having.Value,
        "atMost" => value <= having.Value,
        "moreThan" => value > having.Value,
        _ => value < having.Value,
    };

    private static bool Same(double? a, double? b) => a is { } left && b is { } right ? Math.Abs(left - right) < 1e-9 : a is null && b is null;
}
