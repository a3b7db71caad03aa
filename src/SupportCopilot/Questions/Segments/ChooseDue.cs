namespace SupportCopilot.Questions.Segments;

/// <summary>
/// Which segments are worth making anew. Each costs the same, whether one of its tickets changed or all of them: those with
/// many changed ones come first, and what is spread thinly over a busy desk waits, for questions read it from its rows.
/// </summary>
internal static class ChooseDue
{
    /// <param name="segments">All segments of a desk, by their numbers.</param>
    /// <param name="changed">The numbers of its changed tickets, ascending.</param>
    /// <param name="isAtRest">Whether the desk has stopped changing.</param>
    /// <param name="sizes">How many may wait.</param>
    /// <returns>Those that are due, by their numbers, each with the number at which the next one begins.</returns>
    public static List<(SegmentHead Segment, long To)> Of(IReadOnlyList<SegmentHead> segments, IReadOnlyList<long> changed, bool isAtRest, SegmentSizes sizes)
    {
        var all = new List<(SegmentHead Segment, long To, int Changed)>();
        for (var (i, at) = (0, 0); i < segments.Count; i++)
        {
            var to = i + 1 < segments.Count ? segments[i + 1].FirstId : long.MaxValue;
            var first = at;
            while (at < changed.Count && changed[at] < to) at++;
            all.Add((segments[i], to, at - first));
        }

        var (due, waiting) = (new List<(SegmentHead Segment, long To)>(), changed.Count);
        foreach (var (segment, to, count) in all.OrderByDescending(one => one.Changed))
        {
            var isWorthIt = count > 0 && (isAtRest || count >= sizes.LeastOfSegment || waiting > sizes.MostWaiting);
            if (segment.Shape == SegmentFields.Shape && !isWorthIt) continue;
            due.Add((segment, to));
            waiting -= count;
        }

        return [.. due.OrderBy(one => one.Segment.Number)];
    }
}
