using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Running.Splitting;

/// <summary>How far the tickets of a desk reach.</summary>
/// <param name="First">The first instant of the clock, in stored milliseconds; null without tickets.</param>
/// <param name="Last">The last one.</param>
/// <param name="Rows">At most so many tickets there are.</param>
internal sealed record Reach(long? First, long? Last, long Rows);

/// <summary>Cuts a slice by ranges of its clock's instant, which follows the tenant in the index of that clock.</summary>
internal static class CutSlice
{
    /// <summary>
    /// Whether ranges of the clock are ranges of an index. There is none by the last update; and tickets of a tag or cluster
    /// are found by that, so each part would look through all of them again.
    /// </summary>
    public static bool CanBe(Plan plan, PlanMeasure measure) =>
        measure.Clock is Clocks.Created or Clocks.Solved
        && !plan.Filters.Any(filter => filter.Op == "is" && Catalog.Dimension(filter.Field).Kind is DimensionKind.Tag or DimensionKind.Cluster);

    /// <summary>About how many tickets a period has, as if they were spread evenly.</summary>
    public static double RowsIn(Slice slice, Reach reach) =>
        Within(slice, reach) is var (from, to) ? reach.Rows * Math.Max(0, (double)(to - from) / (reach.Last!.Value + 1 - reach.First!.Value)) : 0;

    private static (long From, long To)? Within(Slice slice, Reach reach) => reach is not { First: { } first, Last: { } last } ? null : (
        slice.From is { } start ? Math.Max(UtcMilliseconds.ToMilliseconds(start), first) : first,
        slice.To is { } end ? Math.Min(UtcMilliseconds.ToMilliseconds(end), last + 1) : last + 1);

    /// <summary>The parts in the order of the index, all of them together the slice; the slice itself where splitting does not pay.</summary>
    public static IReadOnlyList<Slice> Of(Slice slice, Reach reach, ScanParts parts)
    {
        if (Within(slice, reach) is not var (from, to)) return [slice];
        if (RowsIn(slice, reach) < parts.LeastRows || to - from < parts.Count) return [slice];

        var cuts = Enumerable.Range(1, parts.Count - 1).Select(i => (DateTime?)UtcMilliseconds.FromMilliseconds(from + (to - from) * i / parts.Count)).ToList();
        List<DateTime?> bounds = [slice.From, .. cuts, slice.To];
        var cut = bounds.Zip(bounds.Skip(1), (a, b) => slice with { From = a, To = b });

        // Without any bound tickets without an instant count as well, and no range has them.
        var isUnbounded = slice is { From: null, To: null, IsTimed: false };
        return isUnbounded ? [slice with { IsUndated = true }, .. cut] : [.. cut];
    }
}
