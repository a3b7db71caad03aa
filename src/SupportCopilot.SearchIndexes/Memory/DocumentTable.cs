using System.Numerics.Tensors;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.SearchIndexes.Memory;

/// <summary>What a search must know of every document: its marks, and its vector in contiguous memory.</summary>
/// <remarks>Place = row − 1; places of removed rows stay empty until the next rebuild. Memory: 4 · dimensions + 64 bytes a row. Readers may not run beside a writer.</remarks>
internal sealed class DocumentTable(int dimensions)
{
    private const int ChunkSize = 4_096;
    private const int ChunksWorthThreads = 4; // below, handing out work costs more than it saves

    private readonly List<(DocumentMarks[] Marks, float[] Vectors)> _chunks = [];
    private readonly long[] _lengths = new long[2];

    /// <summary>One more than the last place.</summary>
    public int Size { get; private set; }

    /// <summary>Documents of each kind.</summary>
    public int[] Counts { get; } = new int[2];

    public ref readonly DocumentMarks this[int place] => ref _chunks[place / ChunkSize].Marks[place % ChunkSize];

    /// <summary>A document's length in words over the average of its kind.</summary>
    public float RelativeLength(int place)
    {
        ref readonly var marks = ref this[place];
        return marks.Length * (float)Counts[(int)marks.Kind] / Math.Max(1, _lengths[(int)marks.Kind]);
    }

    /// <summary>Puts a document in its place; no vector counts as one that is like nothing.</summary>
    public void Set(int place, DocumentMarks marks, ReadOnlySpan<Half> vector)
    {
        Clear(place);
        while (_chunks.Count <= place / ChunkSize) _chunks.Add((new DocumentMarks[ChunkSize], new float[ChunkSize * dimensions]));
        var (chunk, vectors) = _chunks[place / ChunkSize];
        chunk[place % ChunkSize] = marks with { IsThere = true };
        var to = vectors.AsSpan(place % ChunkSize * dimensions, dimensions);
        if (vector.Length == dimensions) TensorPrimitives.ConvertToSingle(vector, to);
        else to.Clear();
        Size = Math.Max(Size, place + 1);
        Count(marks, 1);
    }

    /// <summary>Empties a place.</summary>
    public void Clear(int place)
    {
        if (place >= Size || !this[place].IsThere) return;
        Count(this[place], -1);
        _chunks[place / ChunkSize].Marks[place % ChunkSize] = default;
    }

    /// <summary>Cosine of a document's meaning and a query's vector of unit length; 0 without vectors.</summary>
    public float Likeness(int place, ReadOnlySpan<float> query) =>
        query.IsEmpty ? 0 : TensorPrimitives.Dot(Vector(_chunks[place / ChunkSize].Vectors, place % ChunkSize), query);

    /// <summary>The allowed places with the largest cosine. Cost: every document is looked at, 200 multiplications each.</summary>
    public IEnumerable<int> Nearest(float[] query, SearchFilter filter, int limit)
    {
        if (query.Length != dimensions || dimensions == 0) return [];
        var whole = new BestOf(limit);
        if (_chunks.Count < ChunksWorthThreads)
        {
            for (var chunk = 0; chunk < _chunks.Count; chunk++) Scan(chunk, whole);
            return whole.Rows;
        }
        Parallel.For(0, _chunks.Count, () => new BestOf(limit), (chunk, _, best) => Scan(chunk, best), best =>
        {
            lock (whole) whole.OfferAll(best);
        });
        return whole.Rows;

        BestOf Scan(int chunk, BestOf best)
        {
            var (marks, vectors) = _chunks[chunk];
            for (var i = 0; i < marks.Length; i++)
                if (filter.Allows(marks[i])) best.Offer((chunk * ChunkSize) + i, TensorPrimitives.Dot(Vector(vectors, i), query));
            return best;
        }
    }

    private ReadOnlySpan<float> Vector(float[] chunk, int i) => chunk.AsSpan(i * dimensions, dimensions);

    private void Count(in DocumentMarks marks, int change)
    {
        Counts[(int)marks.Kind] += change;
        _lengths[(int)marks.Kind] += change * marks.Length;
    }
}

/// <summary>The marks of one document.</summary>
/// <param name="Kind">Ticket or article.</param>
/// <param name="Id">Its own number.</param>
/// <param name="Length">Its words, title included.</param>
/// <param name="IsDone">Solved or closed, or published.</param>
/// <param name="GroupId">The ticket's group.</param>
/// <param name="OrganizationId">The ticket's organization.</param>
/// <param name="Brand">The ticket's brand.</param>
internal readonly record struct DocumentMarks(SearchKind Kind, long Id, int Length, bool IsDone, long? GroupId, long? OrganizationId, string? Brand)
{
    /// <summary>Whether the place holds a document at all.</summary>
    public bool IsThere { get; init; }
}
