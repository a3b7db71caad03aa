namespace SupportCopilot.Learning.Clustering;

/// <summary>
/// How far found groups agree with known ones, corrected for what chance alone would bring. The names of the groups do not
/// matter, only who is together with whom.
/// </summary>
public static class ClusterAgreement
{
    /// <summary>The adjusted Rand index (Hubert and Arabie 1985): 1 for the same groups, 0 on average for groups dealt out at random, −0.5 at the worst.</summary>
    public static double AdjustedRand(IReadOnlyList<int> known, IReadOnlyList<int> found)
    {
        var table = new Table(known, found);
        double together = table.Cells.Sum(Pairs), inKnown = table.Rows.Sum(Pairs), inFound = table.Columns.Sum(Pairs), all = Pairs(table.Count);
        var expected = all == 0 ? 0 : inKnown * inFound / all;
        var most = (inKnown + inFound) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    /// <summary>
    /// The adjusted mutual information (Vinh, Epps and Bailey 2010), normalised by the mean of both entropies: 1 for the same
    /// groups, 0 on average for groups dealt out at random.
    /// </summary>
    /// <remarks>Cost: rows · columns · the smaller of the two sizes, for the expectation.</remarks>
    public static double AdjustedMutualInformation(IReadOnlyList<int> known, IReadOnlyList<int> found)
    {
        var table = new Table(known, found);
        if ((table.Rows.Count, table.Columns.Count) is ( <= 1, <= 1) || (table.Rows.Count == table.Count && table.Columns.Count == table.Count)) return 1;
        var expected = ExpectedInformation(table);
        var mean = (Entropy(table.Rows, table.Count) + Entropy(table.Columns, table.Count)) / 2;
        var gap = mean - expected;
        if (Math.Abs(gap) < double.Epsilon) gap = double.Epsilon;
        return (Information(table) - expected) / gap;
    }

    private static double Information(Table table) => table.Each.Sum(cell =>
        cell.Count / (double)table.Count * Math.Log((double)cell.Count * table.Count / ((double)table.Rows[cell.Row] * table.Columns[cell.Column])));

    private static double Entropy(IReadOnlyList<int> sizes, int count) => -sizes.Sum(size => size / (double)count * Math.Log(size / (double)count));

    /// <summary>The mutual information that groups of these sizes have on average when members are dealt out at random (hypergeometric).</summary>
    private static double ExpectedInformation(Table table)
    {
        var n = table.Count;
        var logFactorial = new double[n + 1];
        for (var i = 2; i <= n; i++) logFactorial[i] = logFactorial[i - 1] + Math.Log(i);

        // Groups of one size expect the same: each pair of sizes is worked out once.
        var expected = 0.0;
        foreach (var (a, rows) in table.Rows.CountBy(size => size))
            foreach (var (b, columns) in table.Columns.CountBy(size => size))
            {
                var sum = 0.0;
                for (var together = Math.Max(1, a + b - n); together <= Math.Min(a, b); together++)
                {
                    var chance = Math.Exp(logFactorial[a] + logFactorial[b] + logFactorial[n - a] + logFactorial[n - b]
                        - logFactorial[n] - logFactorial[together] - logFactorial[a - together] - logFactorial[b - together] - logFactorial[n - a - b + together]);
                    sum += together / (double)n * Math.Log((double)n * together / ((double)a * b)) * chance;
                }
                expected += (double)rows * columns * sum;
            }
        return expected;
    }

    private static double Pairs(int count) => count * (count - 1.0) / 2;

    /// <summary>How many are in each known and each found group, and in both at once.</summary>
    private sealed class Table
    {
        public Table(IReadOnlyList<int> known, IReadOnlyList<int> found)
        {
            if (known.Count != found.Count) throw new ArgumentException($"There are {known.Count} known and {found.Count} found places; give both for each member.");
            Count = known.Count;
            var (rowOf, columnOf) = (Numbers(known), Numbers(found));
            Rows = Sizes(known, rowOf);
            Columns = Sizes(found, columnOf);
            Each = [.. known.Zip(found).CountBy(pair => pair).Select(cell => (rowOf[cell.Key.First], columnOf[cell.Key.Second], cell.Value))];
        }

        public int Count { get; }

        public IReadOnlyList<int> Rows { get; }

        public IReadOnlyList<int> Columns { get; }

        public IReadOnlyList<(int Row, int Column, int Count)> Each { get; }

        public IEnumerable<int> Cells => Each.Select(cell => cell.Count);

        private static Dictionary<int, int> Numbers(IReadOnlyList<int> groups) => groups.Distinct().Index().ToDictionary(group => group.Item, group => group.Index);

        private static int[] Sizes(IReadOnlyList<int> groups, Dictionary<int, int> numbers)
        {
            var sizes = new int[numbers.Count];
            foreach (var group in groups) sizes[numbers[group]]++;
            return sizes;
        }
    }
}
