using System.Collections.Concurrent;
using System.Numerics.Tensors;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.SearchIndexes.Memory;

/// <summary>
/// What a search must know of every document: its marks, and its vector in contiguous memory. A vector is kept in two
/// parts: LSA orders its dimensions by how much they explain, so the first ones alone tell which documents are worth
/// the whole cosine, and only they have to pass through the processor for every document.
/// </summary>
/// <remarks>Place = row − 1; places of removed rows stay empty until the next rebuild. Memory: about 2 · dimensions + 192 bytes a row, for the tails stay as short as they are written. Readers may not run beside a writer.</remarks>
internal sealed class DocumentTable(int dimensions)
{
    private const int ChunkSize = 4_096;

    private const int HeadDimensions = 64;
    private const int Oversampling = 10; // hits by the whole cosine are sought among so many times more by its head

    private readonly int _head = Math.Min(HeadDimensions, dimensions);
    private readonly List<Chunk> _chunks = [];
    private readonly ConcurrentDictionary<int, CountedDocument> _counted = new();
    private readonly SortedSet<int> _articles = []; // a few among very many tickets: a search among them passes the others by
    private readonly long[] _lengths = new long[2];
    private readonly long[] _characters = new long[2];

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

    /// <summary>Average length of a document of a kind in characters.</summary>
    public float AverageCharacters(SearchKind kind) => Math.Max(1, _characters[(int)kind] / (float)Math.Max(1, Counts[(int)kind]));

    /// <summary>Puts a document in its place; no vector counts as one that is like nothing.</summary>
    public void Set(int place, DocumentMarks marks, ReadOnlySpan<Half> vector)
    {
        Clear(place);
        while (_chunks.Count <= place / ChunkSize) _chunks.Add(new(new DocumentMarks[ChunkSize], new float[ChunkSize * _head], new Half[ChunkSize * (dimensions - _head)]));
        var chunk = _chunks[place / ChunkSize];
        chunk.Marks[place % ChunkSize] = marks with { IsThere = true };
        if (vector.Length == dimensions)
        {
            TensorPrimitives.ConvertToSingle(vector[.._head], Row(chunk.Heads, place, _head));
            vector[_head..].CopyTo(Row(chunk.Tails, place, dimensions - _head));
        }
        if (marks.Kind is SearchKind.Article) _articles.Add(place);
        Size = Math.Max(Size, place + 1);
        Count(marks, 1);
    }

    /// <summary>Empties a place.</summary>
    public void Clear(int place)
    {
        if (place >= Size || !this[place].IsThere) return;
        Count(this[place], -1);
        _articles.Remove(place);
        _counted.TryRemove(place, out _);
        var chunk = _chunks[place / ChunkSize];
        chunk.Marks[place % ChunkSize] = default;
        Row(chunk.Heads, place, _head).Clear();
        Row(chunk.Tails, place, dimensions - _head).Clear();
    }

    /// <summary>Cosine of a document's meaning and a query's vector of unit length; 0 without vectors.</summary>
    public float Likeness(int place, ReadOnlySpan<float> query)
    {
        if (query.IsEmpty) return 0;
        var chunk = _chunks[place / ChunkSize];
        var head = TensorPrimitives.Dot(Row(chunk.Heads, place, _head), query[.._head]);
        if (dimensions == _head) return head;
        Span<float> tail = stackalloc float[dimensions - _head];
        TensorPrimitives.ConvertToSingle(Row(chunk.Tails, place, dimensions - _head), tail);
        return head + TensorPrimitives.Dot(tail, query[_head..]);
    }

    /// <summary>The whole vectors of documents of a kind, in the order asked for; those that are not there are left out. Cost: one pass over all places.</summary>
    public DocumentVectors Vectors(SearchKind kind, IReadOnlyList<long> ids)
    {
        var places = new Dictionary<long, int>(ids.Count);
        foreach (var id in ids) places[id] = -1;
        for (var place = 0; place < Size; place++)
            if (this[place] is { IsThere: true } marks && marks.Kind == kind && places.ContainsKey(marks.Id)) places[marks.Id] = place;

        var found = ids.Where(id => places[id] >= 0).ToArray();
        var values = new float[(long)found.Length * dimensions];
        for (var i = 0; i < found.Length; i++)
        {
            var place = places[found[i]];
            var row = values.AsSpan(i * dimensions, dimensions);
            Row(_chunks[place / ChunkSize].Heads, place, _head).CopyTo(row);
            TensorPrimitives.ConvertToSingle(Row(_chunks[place / ChunkSize].Tails, place, dimensions - _head), row[_head..]);
        }
        return new(found, dimensions, values);
    }

    /// <summary>The allowed places with the largest cosine. Cost: 64 multiplications for every document, all 200 for ten times the limit.</summary>
    public IEnumerable<int> Nearest(float[] query, SearchFilter filter, int limit)
    {
        if (query.Length != dimensions || dimensions == 0) return [];
        var nearest = new BestOf(limit);
        foreach (var place in NearestByHead(query, filter, limit * Oversampling)) nearest.Offer(place, Likeness(place, query));
        return nearest.Rows;
    }

    /// <summary>All allowed places, where these are no more than a search ranks closely anyway and the vectors tell of each; null else.</summary>
    public int[]? AllIfFew(float[] query, SearchFilter filter, int limit) =>
        Counts[(int)filter.Kind] > limit || query.Length != dimensions || dimensions == 0 ? null : [.. PlacesOf(filter.Kind).Where(place => filter.Allows(this[place]))];

    /// <summary>A document counted, where it was since it was last written.</summary>
    public CountedDocument? Counted(int place) => _counted.GetValueOrDefault(place);

    /// <summary>Keeps a document counted: one of the few that every search looks at. Some 10 KB each.</summary>
    public void KeepCounted(int place, CountedDocument counted) => _counted[place] = counted;

    private IEnumerable<int> NearestByHead(float[] query, SearchFilter filter, int limit)
    {
        var best = new BestOf(limit);
        var head = query.AsSpan(0, _head);
        if (filter.Kind is SearchKind.Article)
        {
            foreach (var place in _articles) Offer(_chunks[place / ChunkSize], place, head);
            return best.Rows;
        }
        for (var place = 0; place < Size; place++) Offer(_chunks[place / ChunkSize], place, head);
        return best.Rows;

        void Offer(Chunk chunk, int place, ReadOnlySpan<float> wanted)
        {
            // Most are too far away to ask whether they may be found: their marks stay out of the processor's cache.
            var near = TensorPrimitives.Dot(Row(chunk.Heads, place, _head), wanted);
            if (best.WouldTake(near) && filter.Allows(chunk.Marks[place % ChunkSize])) best.Offer(place, near);
        }
    }

    private IEnumerable<int> PlacesOf(SearchKind kind) => kind is SearchKind.Article ? _articles : Enumerable.Range(0, Size);

    private static Span<T> Row<T>(T[] rows, int place, int length) => rows.AsSpan(place % ChunkSize * length, length);

    private void Count(in DocumentMarks marks, int change)
    {
        Counts[(int)marks.Kind] += change;
        _lengths[(int)marks.Kind] += change * marks.Length;
        _characters[(int)marks.Kind] += change * marks.Characters;
    }

    private sealed record Chunk(DocumentMarks[] Marks, float[] Heads, Half[] Tails);
}

/// <summary>The marks of one document.</summary>
/// <param name="Kind">Ticket or article.</param>
/// <param name="Id">Its own number.</param>
/// <param name="Length">Its words, title included.</param>
/// <param name="Characters">The same in characters.</param>
/// <param name="IsDone">Solved or closed, or published.</param>
/// <param name="GroupId">The ticket's group.</param>
/// <param name="OrganizationId">The ticket's organization.</param>
/// <param name="Brand">The ticket's brand.</param>
internal readonly record struct DocumentMarks(SearchKind Kind, long Id, int Length, int Characters, bool IsDone, long? GroupId, long? OrganizationId, string? Brand)
{
    /// <summary>Whether the place holds a document at all.</summary>
    public bool IsThere { get; init; }
}
