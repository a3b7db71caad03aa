using System.Numerics.Tensors;

namespace SupportCopilot.Learning.Clustering;

/// <summary>
/// Agglomerative clustering with average link on cosine distance (UPGMA, Sokal and Michener 1958) by the nearest-neighbour
/// chain (Benzécri 1982; Müllner 2011, algorithm 4), cut at a distance.
/// </summary>
/// <remarks>
/// The mean cosine between the members of two clusters is the product of their mean vectors, so no table of n² distances is
/// needed. What has no neighbour within the cut never gets one (average link is reducible), and leaves the search at once.
/// Cost: about 3 n² · dimensions multiplications at the most; memory: a copy of the points.
/// </remarks>
internal sealed class AverageLink
{
    private const int WorthSharing = 1 << 20;   // multiplications; below, handing out the work costs more than the work
    private const int Block = 512;              // rows that one thread looks through at a time
    private const int Nobody = -1;

    private readonly int _dimensions;
    private readonly float[] _means;      // by place; the living ones stand first, without a gap
    private readonly long[] _weights;     // by place
    private readonly int[] _names;        // by place: the first point of the cluster, which names it
    private readonly int[] _places;       // by name
    private readonly int[] _mergedInto;   // by name; Nobody for what still is itself
    private readonly Best[] _bestOfBlock;
    private int _living;

    private AverageLink(VectorSet means, IReadOnlyList<long> weights)
    {
        _dimensions = means.Dimensions;
        _living = means.Count;
        _means = new float[means.Count * _dimensions];
        for (var i = 0; i < means.Count; i++) means[i].CopyTo(Mean(i));
        _weights = [.. weights];
        _names = [.. Enumerable.Range(0, means.Count)];
        _places = [.. _names];
        _mergedInto = new int[means.Count];
        Array.Fill(_mergedInto, Nobody);
        _bestOfBlock = new Best[(means.Count + Block - 1) / Block];
    }

    /// <summary>Merges the nearest clusters until none are nearer than the cut.</summary>
    /// <param name="means">The points: unit vectors, or the means of several.</param>
    /// <param name="weights">How many unit vectors each point stands for.</param>
    /// <param name="cut">Distance, 0–2, from which on clusters stay apart.</param>
    /// <param name="progress">Told the share that is done, 0–1.</param>
    /// <param name="ct">Stops the search.</param>
    /// <returns>For each point the first point of its cluster.</returns>
    public static int[] Run(VectorSet means, IReadOnlyList<long> weights, double cut, IProgress<double>? progress, CancellationToken ct)
    {
        var link = new AverageLink(means, weights);
        link.Merge(1 - cut, progress, ct);
        return [.. Enumerable.Range(0, means.Count).Select(link.NameOf)];
    }

    private void Merge(double leastCosine, IProgress<double>? progress, CancellationToken ct)
    {
        var all = (double)_living;
        var chain = new Stack<int>();
        while (_living > 0)
        {
            ct.ThrowIfCancellationRequested();
            if (chain.Count == 0) chain.Push(_names[0]);
            var last = chain.Pop();
            var before = chain.Count > 0 ? chain.Peek() : Nobody;
            var nearest = Nearest(last, before);
            if (nearest.Name == Nobody || nearest.Cosine <= leastCosine)
            {
                Retire(last);   // and the chain is empty: its links grow shorter, so an earlier one would have been too long before
                progress?.Report(1 - (_living / all));
            }
            else if (nearest.Name == before)
            {
                chain.Pop();
                Join(last, before);
                progress?.Report(1 - (_living / all));
            }
            else
            {
                chain.Push(last);
                chain.Push(nearest.Name);
            }
        }
    }

    /// <summary>The living cluster nearest to one; of equals the one the chain came from (else it might circle for ever), then the first.</summary>
    private Best Nearest(int name, int preferred)
    {
        var own = Mean(_places[name]).ToArray();
        var blocks = (_living + Block - 1) / Block;
        if ((long)_living * _dimensions < WorthSharing)
            for (var block = 0; block < blocks; block++) _bestOfBlock[block] = NearestOf(block, name, own, preferred);
        else
            Parallel.For(0, blocks, block => _bestOfBlock[block] = NearestOf(block, name, own, preferred));

        var best = _bestOfBlock[0];
        for (var block = 1; block < blocks; block++)
            if (_bestOfBlock[block].IsBetterThan(best, preferred)) best = _bestOfBlock[block];
        return best;
    }

    private Best NearestOf(int block, int name, ReadOnlySpan<float> own, int preferred)
    {
        var best = new Best(Nobody, float.NegativeInfinity);
        var end = Math.Min(_living, (block + 1) * Block);
        for (var place = block * Block; place < end; place++)
        {
            if (_names[place] == name) continue;
            var other = new Best(_names[place], TensorPrimitives.Dot(own, Mean(place)));
            if (other.IsBetterThan(best, preferred)) best = other;
        }
        return best;
    }

    private void Join(int one, int other)
    {
        var (stays, goes) = one < other ? (one, other) : (other, one);
        var (place, gone) = (_places[stays], _places[goes]);
        var weight = _weights[place] + _weights[gone];
        var mean = Mean(place);
        TensorPrimitives.Multiply(mean, (float)((double)_weights[place] / weight), mean);
        TensorPrimitives.MultiplyAdd(Mean(gone), (float)((double)_weights[gone] / weight), mean, mean);
        _weights[place] = weight;
        _mergedInto[goes] = stays;
        Retire(goes);
    }

    /// <summary>Takes a cluster out of the search; the last living one takes its place.</summary>
    private void Retire(int name)
    {
        var (place, last) = (_places[name], --_living);
        if (place == last) return;
        Mean(last).CopyTo(Mean(place));
        _weights[place] = _weights[last];
        _names[place] = _names[last];
        _places[_names[place]] = place;
    }

    private int NameOf(int point)
    {
        while (_mergedInto[point] != Nobody) point = _mergedInto[point];
        return point;
    }

    private Span<float> Mean(int place) => _means.AsSpan(place * _dimensions, _dimensions);

    private readonly record struct Best(int Name, float Cosine)
    {
        public bool IsBetterThan(Best other, int preferred)
        {
            if (Name == Nobody || Cosine != other.Cosine) return Name != Nobody && Cosine > other.Cosine;
            return other.Name != preferred && (Name == preferred || Name < other.Name);
        }
    }
}
