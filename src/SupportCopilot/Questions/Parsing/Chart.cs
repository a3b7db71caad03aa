using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Parsing;

/// <summary>A span of words with one meaning. What is cheaper is likelier.</summary>
/// <param name="Start">The first word.</param>
/// <param name="End">The first word after it.</param>
/// <param name="Part">What it means.</param>
/// <param name="Cost">What it costs a reading to take it so.</param>
internal sealed record Edge(int Start, int End, Part Part, double Cost);

/// <summary>
/// Every meaning of every span of a question (chart parsing: M. Kay, «Algorithm Schemata and Data Structures in Syntactic
/// Processing», 1980). Rules add edges over edges, so that all readings are there to choose from; only words without content lose that meaning where they stand for a name.
/// </summary>
internal sealed class Chart
{
    // A question whose every word means ten things is no question; the bound keeps hostile texts cheap.
    private const int MostEdges = 6000;

    private readonly List<Edge>[] _from;
    private readonly Dictionary<(int, int, Part), Edge> _known = [];
    private readonly int[]?[] _alone;

    public Chart(IReadOnlyList<Word> words)
    {
        Words = words;
        _from = new List<Edge>[words.Count + 1];
        for (var i = 0; i < _from.Length; i++) _from[i] = [];
        _alone = new int[]?[words.Count + 8];
    }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>Whether meanings were left out because there are too many: what is read then may not be what was asked.</summary>
    public bool IsFull { get; private set; }

    public IReadOnlyList<Edge> From(int start) => _from[start];

    public void Add(int start, int end, Part part, double cost)
    {
        if (_known.TryGetValue((start, end, part), out var known))
        {
            if (known.Cost <= cost) return;
            _from[start].Remove(known);
        }
        else if (_known.Count >= MostEdges)
        {
            IsFull = true;
            return;
        }

        var edge = new Edge(start, end, part, cost);
        _known[(start, end, part)] = edge;
        _from[start].Add(edge);
    }

    /// <summary>Takes an edge away: what stands around it shows that its words do not mean that.</summary>
    public void Remove(Edge edge)
    {
        _from[edge.Start].Remove(edge);
        _known.Remove((edge.Start, edge.End, edge.Part));
    }

    /// <summary>The same edge at a higher cost.</summary>
    public void MakeDearer(Edge edge, double by)
    {
        _from[edge.Start].Remove(edge);
        _known.Remove((edge.Start, edge.End, edge.Part));
        Add(edge.Start, edge.End, edge.Part, edge.Cost + by);
    }

    /// <summary>The edges of a kind that begin at a word; a copy, so that a rule may add while it looks.</summary>
    public IReadOnlyList<Edge> Of<T>(int start) where T : Part
    {
        if (start >= _from.Length) return [];
        List<Edge>? found = null;
        foreach (var edge in _from[start])
            if (edge.Part is T) (found ??= new List<Edge>(2)).Add(edge);
        return (IReadOnlyList<Edge>?)found ?? [];
    }

    /// <summary>The same after fillers of some kinds, none or up to three.</summary>
    public IReadOnlyList<Edge> After<T>(int start, params ReadOnlySpan<FillerKind> skipping) where T : Part
    {
        var places = Positions(start, skipping);
        if (places.Count == 1) return Of<T>(start);
        List<Edge>? found = null;
        foreach (var place in places)
        {
            if (place >= _from.Length) continue;
            foreach (var edge in _from[place])
                if (edge.Part is T) (found ??= new List<Edge>(2)).Add(edge);
        }

        return (IReadOnlyList<Edge>?)found ?? [];
    }

    /// <summary>The places that can be reached over fillers of some kinds, the place itself first.</summary>
    public IReadOnlyList<int> Positions(int start, params ReadOnlySpan<FillerKind> skipping)
    {
        const int MostSkipped = 3;
        List<int>? places = null;
        for (int i = 0, step = 0; i < (places?.Count ?? 1) && step <= MostSkipped * 4; i++, step++)
        {
            var place = places?[i] ?? start;
            if (place >= Words.Count) continue;
            foreach (var edge in _from[place])
            {
                if (edge.Part is not FillerPart filler || !skipping.Contains(filler.Kind) || edge.End - start > MostSkipped + 2 || places?.Contains(edge.End) is true) continue;
                (places ??= [start]).Add(edge.End);
            }
        }

        return (IReadOnlyList<int>?)places ?? (_alone[Math.Min(start, _alone.Length - 1)] ??= [start]);
    }
}
