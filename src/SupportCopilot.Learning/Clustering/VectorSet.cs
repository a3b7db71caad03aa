using System.Numerics.Tensors;

namespace SupportCopilot.Learning.Clustering;

/// <summary>Vectors of one length, one after another in memory.</summary>
/// <remarks>4 bytes a number: 80 MB for 100,000 vectors of 200 dimensions.</remarks>
public sealed class VectorSet
{
    private readonly float[] _values;

    /// <param name="values">The numbers, row after row; they are used as they stand, not copied.</param>
    /// <param name="dimensions">The length of a row, 1 or more.</param>
    public VectorSet(float[] values, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        if (values.Length % dimensions != 0) throw new ArgumentException($"{values.Length} numbers are no whole rows of {dimensions}.", nameof(values));
        (_values, Dimensions, Count) = (values, dimensions, values.Length / dimensions);
    }

    /// <summary>How many vectors there are.</summary>
    public int Count { get; }

    /// <summary>The length of each.</summary>
    public int Dimensions { get; }

    /// <summary>One of them.</summary>
    public Span<float> this[int row] => _values.AsSpan(row * Dimensions, Dimensions);

    /// <summary>
    /// Takes away what the vectors share and brings each to length 1, in place. Tickets of one desk speak of one company in one
    /// tone, those of one language share its words, and voicemails the words of their transcription: with that left in, they
    /// are alike by how they came and not by what they are about (see the benchmark «clusters»). Null vectors stay null.
    /// </summary>
    /// <remarks>The mean of few vectors leans on the mean one level up, as if so many more stood there. Cost: a pass for each level.</remarks>
    /// <param name="levels">Marks by which vectors are alike without meaning the same, the coarsest first: for each level the mark of every row.</param>
    public void Centre(params ReadOnlySpan<IReadOnlyList<string>> levels)
    {
        var path = new string[Count];
        Array.Fill(path, "");
        var means = Means(path, above: null);
        foreach (var level in levels)
        {
            var (pathAbove, meansAbove) = (path.ToArray(), means);
            for (var row = 0; row < Count; row++) path[row] = $"{path[row]}\n{level[row]}";
            means = Means(path, row => meansAbove[pathAbove[row]]);
        }
        for (var row = 0; row < Count; row++)
        {
            var vector = this[row];
            if (!vector.ContainsAnyExcept(0f)) continue;
            TensorPrimitives.Subtract(vector, means[path[row]], vector);
            var length = TensorPrimitives.Norm<float>(vector);
            if (length > 0) TensorPrimitives.Divide(vector, length, vector);
        }
    }

    private Dictionary<string, float[]> Means(string[] path, Func<int, float[]>? above)
    {
        const int leaning = 20;   // vectors; a language that a handful of tickets speak has no mean of its own
        var means = new Dictionary<string, float[]>();
        foreach (var rows in Enumerable.Range(0, Count).Where(row => this[row].ContainsAnyExcept(0f)).GroupBy(row => path[row]))
        {
            var (sum, count) = (new double[Dimensions], 0);
            foreach (var row in rows)
            {
                count++;
                for (var i = 0; i < sum.Length; i++) sum[i] += this[row][i];
            }
            var upper = above?.Invoke(rows.First());
            means[rows.Key] = upper is not null
                ? [.. sum.Select((s, i) => (float)((s + (leaning * upper[i])) / (count + leaning)))]
                : [.. sum.Select(s => count < 2 ? 0 : (float)(s / count))];   // one vector is not what it shares with itself
        }
        return means;
    }

    /// <summary>The rows named, as a set of their own.</summary>
    public VectorSet Take(IReadOnlyList<int> rows)
    {
        var taken = new VectorSet(new float[rows.Count * Dimensions], Dimensions);
        for (var i = 0; i < rows.Count; i++) this[rows[i]].CopyTo(taken[i]);
        return taken;
    }
}
