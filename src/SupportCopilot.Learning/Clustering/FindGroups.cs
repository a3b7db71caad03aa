using System.Runtime.InteropServices;

namespace SupportCopilot.Learning.Clustering;

/// <summary>
/// Finds the groups among many texts' vectors: <see cref="AverageLink"/>, and above some thousands of vectors
/// <see cref="MicroClusters"/> before it. How many groups there are is not given but follows from the cut.
/// </summary>
public static class FindGroups
{
    /// <summary>Up to so many vectors average link is exact; for more, tight micro-clusters stand for their members.</summary>
    public const int ExactUpTo = 5_000;

    /// <summary>
    /// Distance from which on groups stay apart. Fixed on Bitext, centred vectors: the tightest of .40, .45, … .90 whose
    /// ARI comes within 5 % of the best, as two problems in one group are a worse error than one problem in two. Reported on
    /// BANKING77 by the benchmark «clusters».
    /// </summary>
    public const double Cut = 0.7;

    /// <summary>Groups vectors of unit length. The groups are the same for any order of the vectors, but for vectors that are alike to the last bit.</summary>
    /// <param name="vectors">The vectors; null vectors are like nothing.</param>
    /// <param name="cut">Mean cosine distance, 0–2, from which on groups stay apart.</param>
    /// <param name="progress">Told the share that is done, 0–1.</param>
    /// <param name="ct">Stops the search.</param>
    /// <returns>For each vector the number of its group: 0 and up, by first appearance. Most groups of real texts have one member.</returns>
    public static int[] Run(VectorSet vectors, double cut, IProgress<double>? progress, CancellationToken ct)
    {
        var order = OwnOrder(vectors);
        var points = vectors.Take(order);
        var firstOf = points.Count <= ExactUpTo
            ? AverageLink.Run(points, [.. Enumerable.Repeat(1L, points.Count)], cut, progress, ct)
            : ByMicroClusters(points, cut, progress, ct);

        var groups = new int[vectors.Count];
        Array.Fill(groups, -1);
        for (var i = 0; i < order.Length; i++) groups[order[i]] = firstOf[i];
        return Numbered(groups);
    }

    /// <summary>Groups groups that are known already, by the same rule.</summary>
    /// <param name="means">The mean of each group's vectors.</param>
    /// <param name="weights">How many vectors each group has.</param>
    /// <param name="cut">Mean cosine distance, 0–2, from which on groups stay apart.</param>
    /// <param name="ct">Stops the search.</param>
    /// <returns>For each group the first of those that are one with it.</returns>
    public static int[] RunOverMeans(VectorSet means, IReadOnlyList<long> weights, double cut, CancellationToken ct) =>
        AverageLink.Run(means, weights, cut, null, ct);

    private static int[] ByMicroClusters(VectorSet points, double cut, IProgress<double>? progress, CancellationToken ct)
    {
        var (means, weights, groupOf) = MicroClusters.Of(points, progress is null ? null : new Half(progress, 0), ct);
        var firstOf = AverageLink.Run(means, weights, cut, progress is null ? null : new Half(progress, 0.5), ct);
        return Array.ConvertAll(groupOf, group => firstOf[group]);
    }

    /// <summary>The rows that are not null, in an order that follows from the vectors themselves: by a hash of their bits.</summary>
    private static int[] OwnOrder(VectorSet vectors)
    {
        var rows = Enumerable.Range(0, vectors.Count).Where(row => vectors[row].ContainsAnyExcept(0f)).ToArray();
        Array.Sort(Array.ConvertAll(rows, row => Hash(vectors[row])), rows);
        return rows;
    }

    // Multiplicative hashing with a last mixing step; the same in every process.
    private static ulong Hash(ReadOnlySpan<float> vector)
    {
        var hash = 14695981039346656037ul;
        foreach (var bits in MemoryMarshal.Cast<float, uint>(vector)) hash = (hash ^ bits) * 0x9E3779B97F4A7C15ul;
        return hash ^ (hash >> 32);
    }

    private static int[] Numbered(int[] groups)
    {
        var numbers = new Dictionary<int, int>();
        var next = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] < 0) groups[i] = next++;   // a null vector is alone
            else if (numbers.TryGetValue(groups[i], out var known)) groups[i] = known;
            else groups[i] = numbers[groups[i]] = next++;
        }
        return groups;
    }

    private sealed class Half(IProgress<double> whole, double from) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value / 2));
    }
}
