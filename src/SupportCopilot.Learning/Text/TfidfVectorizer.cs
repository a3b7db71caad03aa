using System.Runtime.InteropServices;
using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Text;

/// <summary>
/// TF-IDF with sublinear term frequency: (1 + ln tf) · idf (Salton and Buckley 1988). Words and characters are brought
/// to unit length apart, weighted, and joined, so that a text's many character n-grams do not drown its few words.
/// </summary>
internal sealed class TfidfVectorizer(Vocabulary vocabulary, float characterWeight)
{
    private const int Batch = 1_024;

    [ThreadStatic]
    private static List<ulong>? _found;

    [ThreadStatic]
    private static List<int>? _ids;


    public int Count => vocabulary.Count;

    public static TfidfVectorizer Learn(IReadOnlyList<string> texts, VectorizerOptions options, ParallelOptions parallel) =>
        new(Vocabulary.Build(texts, options, parallel), options.CharacterWeight);

    /// <returns>The vector of one text, of unit length, its features ascending; empty when nothing in it is known.</returns>
    public SparseVector Vector(string text)
    {
        // Kept per thread: a hundred thousand texts would else leave gigabytes for the collector to find.
        var found = _found ??= [];
        var ids = _ids ??= [];
        found.Clear();
        ids.Clear();
        FeatureHashes.Collect(text, found);
        foreach (var feature in found)
            if (vocabulary.TryGet(feature, out var id)) ids.Add(id);
        return Weigh(CollectionsMarshal.AsSpan(ids));
    }

    /// <summary>One row per text. Peak memory: 8 bytes an entry and a batch besides.</summary>
    public SparseMatrix Matrix(IReadOnlyList<string> texts, ParallelOptions parallel)
    {
        var builder = new SparseMatrixBuilder(texts.Count, vocabulary.Count);
        var batch = new SparseVector[Batch];
        for (var start = 0; start < texts.Count; start += Batch)
        {
            var from = start;
            var size = Math.Min(Batch, texts.Count - start);
            Parallel.For(0, size, parallel, i => batch[i] = Vector(texts[from + i]));
            builder.Add(batch.AsSpan(0, size));
        }
        return builder.Build();
    }

    public void Write(BinaryWriter to)
    {
        vocabulary.Write(to);
        to.Write(characterWeight);
    }

    public static TfidfVectorizer Read(BinaryReader from) => new(Vocabulary.Read(from), from.ReadSingle());

    private SparseVector Weigh(Span<int> occurrences)
    {
        occurrences.Sort();
        var distinct = 0;
        for (var i = 0; i < occurrences.Length; i++)
            if (i == 0 || occurrences[i] != occurrences[i - 1]) distinct++;
        var columns = new int[distinct];
        var values = new float[distinct];
        double words = 0, characters = 0;
        for (int i = 0, at = 0; i < occurrences.Length; at++)
        {
            var id = occurrences[i];
            var first = i;
            while (i < occurrences.Length && occurrences[i] == id) i++;
            var value = (1 + MathF.Log(i - first)) * vocabulary.RarityOf(id);
            columns[at] = id;
            values[at] = value;
            if (vocabulary.IsOfCharacters(id)) characters += value * value;
            else words += value * value;
        }
        Scale(columns, values, words, characters);
        return new SparseVector(columns, values);
    }

    private void Scale(ReadOnlySpan<int> columns, Span<float> values, double words, double characters)
    {
        var whole = Math.Sqrt((words > 0 ? 1 : 0) + (characters > 0 ? characterWeight * characterWeight : 0));
        var ofWord = (float)(1 / (Math.Sqrt(words) * whole));
        var ofGram = (float)(characterWeight / (Math.Sqrt(characters) * whole));
        for (var i = 0; i < values.Length; i++) values[i] *= vocabulary.IsOfCharacters(columns[i]) ? ofGram : ofWord;
    }
}
