namespace SupportCopilot.Questions.Parsing;

/// <summary>A reading of a whole question: parts without a gap.</summary>
internal sealed record Cover(IReadOnlyList<Edge> Edges, double Cost)
{
    public IEnumerable<string> Unplaced => Edges.Select(edge => edge.Part).OfType<UnplacedPart>().Select(part => part.Word);
}

/// <summary>
/// The cheapest rows of parts over a chart: dynamic programming from left to right that keeps the best at each word (the
/// k-best Viterbi algorithm). Cost: words × kept × edges.
/// </summary>
internal static class Covers
{
    /// <summary>Two readings closer than this are as good as equal: the question is given back as a choice.</summary>
    public const double CloseMargin = 0.75;

    private const int Kept = 40;
    private const double UnplacedCost = 25;   // dearer than any odd reading that places every word

    public static IReadOnlyList<Cover> Of(Chart chart)
    {
        var best = new List<Step>[chart.Words.Count + 1];
        for (var i = 0; i < best.Length; i++) best[i] = [];
        best[0].Add(new Step(null, null, 0));
        for (var at = 0; at < chart.Words.Count; at++)
        {
            Trim(best[at]);
            foreach (var step in best[at])
            {
                foreach (var edge in chart.From(at))
                    if (IsWhole(edge.Part)) best[edge.End].Add(new Step(step, edge, step.Cost + edge.Cost));
                var word = chart.Words[at];
                best[at + 1].Add(new Step(step, new Edge(at, at + 1, new UnplacedPart(word.Raw), UnplacedCost), step.Cost + UnplacedCost));
            }
        }

        return [.. best[^1].OrderBy(step => step.Cost).Take(Kept).Select(step => step.Back())];
    }

    /// <summary>Whether a part says something by itself; others are only there for rules to build with.</summary>
    private static bool IsWhole(Part part) => part is FillerPart { Kind: not FillerKind.Than } or MeasurePart or AggregatePart or DistinctPart or SharePart or ClockPart or FilterPart
        or GroupPart or DimensionPart or GrainPart or WhichPart or RankPart or BoundPart or PeriodPart or InstantPart or ComparePart or StepComparePart or ChangePart or VersusPart
        or ContrastPart or HowLongPart or GoalPart or RatioPart or RunningPart or FollowUps.FollowUpPart;

    private static void Trim(List<Step> steps)
    {
        if (steps.Count <= Kept) return;
        steps.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        steps.RemoveRange(Kept, steps.Count - Kept);
    }

    private sealed record Step(Step? Before, Edge? Edge, double Cost)
    {
        public Cover Back()
        {
            var edges = new List<Edge>();
            for (var step = this; step?.Edge is not null; step = step.Before) edges.Add(step.Edge);
            edges.Reverse();
            return new Cover(edges, Cost);
        }
    }
}
