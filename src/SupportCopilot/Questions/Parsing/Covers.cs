namespace SupportCopilot.Questions.Parsing;

/// <summary>A reading of a whole question: parts without a gap.</summary>
internal sealed record Cover(IReadOnlyList<Edge> Edges, double Cost)
{
    public bool HasUnplaced { get; } = Edges.Any(edge => edge.Part is UnplacedPart);

    /// <summary>Whether the two differ by words alone that no plan looks at: plain fillers, and whether «in the» belongs to the days behind it.</summary>
    public bool SaysTheSame(Cover other)
    {
        for (int i = Next(0), j = other.Next(0); ; i = Next(i + 1), j = other.Next(j + 1))
        {
            if (i == Edges.Count || j == other.Edges.Count) return i == Edges.Count && j == other.Edges.Count;
            if (!Same(Edges[i].Part, other.Edges[j].Part)) return false;
        }
    }

    private int Next(int i)
    {
        while (i < Edges.Count && Edges[i].Part is FillerPart { Kind: FillerKind.Plain }) i++;
        if (i >= Edges.Count || Edges[i].Part is not FillerPart { Kind: FillerKind.Preposition }) return i;
        var after = i + 1;
        while (after < Edges.Count && Edges[after].Part is FillerPart { Kind: FillerKind.Plain }) after++;
        return after < Edges.Count && Edges[after].Part is PeriodPart ? after : i;
    }

    private static bool Same(Part a, Part b) => ReferenceEquals(a, b)
        || (a is PeriodPart x && b is PeriodPart y ? x.Reading with { Start = 0, Length = 0, Score = 0 } == y.Reading with { Start = 0, Length = 0, Score = 0 } : a.Equals(b));

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
        var best = new Best[chart.Words.Count + 1];
        for (var i = 0; i < best.Length; i++) best[i] = new Best();
        best[0].Add(new Step(0, null, 0));
        var whole = new List<Edge>();
        for (var at = 0; at < chart.Words.Count; at++)
        {
            whole.Clear();
            foreach (var edge in chart.From(at))
                if (IsWhole(edge.Part)) whole.Add(edge);
            whole.Add(new Edge(at, at + 1, new UnplacedPart(chart.Words[at].Raw), UnplacedCost));
            for (var i = 0; i < best[at].Count; i++)
            {
                var cost = best[at][i].Cost;
                foreach (var edge in whole) best[edge.End].Add(new Step(i, edge, cost + edge.Cost));
            }
        }

        var covers = new Cover[best[^1].Count];
        for (var i = 0; i < covers.Length; i++) covers[i] = Back(best, i);
        return covers;
    }

    /// <summary>Whether a part says something by itself; others are only there for rules to build with.</summary>
    private static bool IsWhole(Part part) => part is FillerPart { Kind: not FillerKind.Than } or MeasurePart or AggregatePart or DistinctPart or SharePart or ClockPart or FilterPart
        or GroupPart or DimensionPart or GrainPart or WhichPart or RankPart or BoundPart or PeriodPart or InstantPart or ComparePart or StepComparePart or ChangePart or VersusPart
        or ContrastPart or HowLongPart or GoalPart or RatioPart or RunningPart or OutsidePart or OutOfReachPart or FollowUps.FollowUpPart;

    private static Cover Back(Best[] best, int last)
    {
        var edges = new List<Edge>();
        var step = best[^1][last];
        var cost = step.Cost;
        while (step.Edge is { } edge)
        {
            edges.Add(edge);
            step = best[edge.Start][step.Before];
        }

        edges.Reverse();
        return new Cover(edges, cost);
    }

    /// <summary>A row of parts up to a word: its last part, and which of the rows up to that one's first word it goes on from.</summary>
    private readonly record struct Step(int Before, Edge? Edge, double Cost);

    /// <summary>The cheapest rows up to a word, cheapest first; of equal ones the earlier.</summary>
    private sealed class Best
    {
        private readonly Step[] _steps = new Step[Kept];

        public int Count { get; private set; }

        public Step this[int i] => _steps[i];

        public void Add(Step step)
        {
            if (Count == Kept && step.Cost >= _steps[Kept - 1].Cost) return;
            var at = Count < Kept ? Count++ : Kept - 1;
            for (; at > 0 && _steps[at - 1].Cost > step.Cost; at--) _steps[at] = _steps[at - 1];
            _steps[at] = step;
        }
    }
}
