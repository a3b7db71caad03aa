using System.Numerics.Tensors;

namespace SupportCopilot.Learning.Clustering;

/// <summary>
/// Brings many points together into few tight groups, so that average link has less to do: the leader algorithm (Hartigan
/// 1975) with leaders that move to the mean of their group, and with BIRCH's way out when they become too many (Zhang,
/// Ramakrishnan and Livny 1996): the groups themselves are grouped anew, a little wider.
/// </summary>
/// <remarks>Cost: points · leaders · dimensions multiplications. The outcome depends on the order of the points, which <see cref="FindGroups"/> makes the same for any order given.</remarks>
internal sealed class MicroClusters
{
    /// <summary>Groups at most.</summary>
    public const int Most = 8_000;

    // On Bitext and BANKING77 groups this tight leave the clusters of average link as they are, within a hundredth of ARI.
    private const float FirstLeastCosine = 0.7f;
    private const float Widening = 0.05f;
    private const int Batch = 512;   // points that look for their leader at once; leaders move in between

    private readonly List<float[]> _sums = [];
    private readonly List<float[]> _leaders = [];   // the sums, of unit length
    private readonly List<long> _weights = [];
    private float _leastCosine = FirstLeastCosine;

    private MicroClusters()
    {
    }

    /// <summary>The mean vectors of the groups.</summary>
    public static (VectorSet Means, IReadOnlyList<long> Weights, int[] GroupOf) Of(VectorSet points, IProgress<double>? progress, CancellationToken ct)
    {
        var micro = new MicroClusters();
        var groups = new int[points.Count];
        for (var from = 0; from < points.Count; from += Batch)
        {
            ct.ThrowIfCancellationRequested();
            var to = Math.Min(points.Count, from + Batch);
            micro.Take(from, to, row => points[row], row => points[row], _ => 1, groups);
            while (micro._sums.Count > Most)
            {
                var regrouped = micro.Widen();
                for (var row = 0; row < to; row++) groups[row] = regrouped[groups[row]];
            }
            progress?.Report((double)to / points.Count);
        }
        return (micro.Means(points.Dimensions), micro._weights, groups);
    }

    private delegate ReadOnlySpan<float> RowOf(int row);

    /// <summary>Gives rows their leaders; what is near none leads itself.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="to">One more than the last.</param>
    /// <param name="directionOf">A row's vector of unit length, by which it looks for its leader.</param>
    /// <param name="sumOf">The sum of the points it stands for.</param>
    /// <param name="weightOf">How many they are.</param>
    /// <param name="groups">Told the leader of each row.</param>
    private void Take(int from, int to, RowOf directionOf, RowOf sumOf, Func<int, long> weightOf, int[] groups)
    {
        var known = _leaders.Count;
        var nearest = new (int Leader, float Cosine)[to - from];
        Parallel.For(from, to, row => nearest[row - from] = Nearest(directionOf(row), 0, known));
        for (var row = from; row < to; row++)
        {
            var best = nearest[row - from];
            if (best.Cosine < _leastCosine && Nearest(directionOf(row), known, _leaders.Count) is var fresh && fresh.Cosine > best.Cosine) best = fresh;
            if (best.Cosine < _leastCosine)
            {
                best.Leader = _sums.Count;
                _sums.Add(new float[sumOf(row).Length]);
                _leaders.Add(directionOf(row).ToArray());
                _weights.Add(0);
            }
            groups[row] = best.Leader;
            TensorPrimitives.Add(_sums[best.Leader], sumOf(row), _sums[best.Leader]);
            _weights[best.Leader] += weightOf(row);
        }
        foreach (var moved in groups.Skip(from).Take(to - from).Distinct())
        {
            var length = TensorPrimitives.Norm<float>(_sums[moved]);
            if (length > 0) TensorPrimitives.Divide(_sums[moved], length, _leaders[moved]);
        }
    }

    private (int Leader, float Cosine) Nearest(ReadOnlySpan<float> row, int from, int to)
    {
        var best = (Leader: -1, Cosine: float.NegativeInfinity);
        for (var i = from; i < to; i++)
        {
            var cosine = TensorPrimitives.Dot(row, _leaders[i]);
            if (cosine > best.Cosine) best = (i, cosine);
        }
        return best;
    }

    /// <summary>Groups the groups with less cosine asked for.</summary>
    /// <returns>For each old group its new one.</returns>
    private int[] Widen()
    {
        var (sums, leaders, weights) = (_sums.ToArray(), _leaders.ToArray(), _weights.ToArray());
        _leastCosine -= Widening;
        _sums.Clear();
        _leaders.Clear();
        _weights.Clear();
        var groups = new int[sums.Length];
        for (var from = 0; from < sums.Length; from += Batch)
            Take(from, Math.Min(sums.Length, from + Batch), row => leaders[row], row => sums[row], row => weights[row], groups);
        return groups;
    }

    private VectorSet Means(int dimensions)
    {
        var means = new VectorSet(new float[_sums.Count * dimensions], dimensions);
        for (var i = 0; i < _sums.Count; i++) TensorPrimitives.Divide(_sums[i], _weights[i], means[i]);
        return means;
    }
}
