using SupportCopilot.Access;

namespace SupportCopilot.Knowledge;

/// <summary>
/// The search index of the tickets and articles: a projection of the database that can be rebuilt at any time.
/// </summary>
public interface ISearchIndex
{
    /// <summary>A rebuild writes each document, learns from it, and works out its vector.</summary>
    const int StepsPerDocument = 3;

    /// <summary>Adds or replaces documents.</summary>
    Task PutAsync(int tenantId, IReadOnlyList<SearchDocument> documents, CancellationToken ct);

    /// <summary>Removes documents; unknown keys are ignored.</summary>
    Task RemoveAsync(int tenantId, IReadOnlyList<SearchKey> keys, CancellationToken ct);

    /// <summary>Builds the tenant's index anew beside the old one, which serves until the new one takes its place.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="documents">Every document; read once or twice, so it must be repeatable.</param>
    /// <param name="progress">Steps done so far, <see cref="StepsPerDocument"/> for each document.</param>
    /// <param name="ct">Cancels and leaves the old index in place.</param>
    Task RebuildAsync(int tenantId, Func<IAsyncEnumerable<SearchDocument>> documents, IProgress<long>? progress, CancellationToken ct);

    /// <summary>The documents nearest to a text, best first.</summary>
    Task<IReadOnlyList<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct);

    /// <summary>The vectors of documents, for comparing many of them with each other.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="kind">Tickets or articles.</param>
    /// <param name="ids">Which documents.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Those that have one, in the order asked for; null where the index has learned no meanings yet.</returns>
    Task<DocumentVectors?> VectorsAsync(int tenantId, SearchKind kind, IReadOnlyList<long> ids, CancellationToken ct);

    /// <summary>What the index holds.</summary>
    Task<SearchIndexState> StateAsync(int tenantId, CancellationToken ct);
}

/// <summary>What is searched.</summary>
public enum SearchKind
{
    /// <summary>Tickets.</summary>
    Ticket = 0,

    /// <summary>Articles and approved resolutions.</summary>
    Article = 1,
}

/// <summary>Names a document.</summary>
/// <param name="Kind">Ticket or article.</param>
/// <param name="Id">Its own number.</param>
public readonly record struct SearchKey(SearchKind Kind, long Id);

/// <summary>One document as the index takes it.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Title">Subject or title.</param>
/// <param name="Text">What it says: for a ticket the customer's words in public comments, for an article its body.</param>
public sealed record SearchDocument(SearchKey Key, string Title, string Text)
{
    /// <summary>Whether the ticket is solved or closed; whether the article is published.</summary>
    public bool IsDone { get; init; }

    /// <summary>The ticket's group, for scope.</summary>
    public long? GroupId { get; init; }

    /// <summary>The ticket's organization, for scope.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>The ticket's brand, for scope.</summary>
    public string? Brand { get; init; }

    /// <summary>The article's segment.</summary>
    public string? Segment { get; init; }

    /// <summary>Two letters (ISO 639-1), where known.</summary>
    public string? Language { get; init; }
}

/// <summary>A search.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="Kind">Tickets or articles.</param>
/// <param name="Text">What to look for: some words, or a whole ticket.</param>
/// <param name="Limit">At most so many hits, 1–200.</param>
public sealed record SearchQuery(int TenantId, SearchKind Kind, string Text, int Limit)
{
    /// <summary>The tickets the caller may see; what is not in sight takes no place among the hits. Articles have no such marks and are not limited by it.</summary>
    public Visibility Visibility { get; init; } = Visibility.Everything;

    /// <summary>A document that is not to be found: the ticket asked about.</summary>
    public SearchKey? Except { get; init; }

    /// <summary>Only solved tickets, or published articles.</summary>
    public bool OnlyDone { get; init; }
}

/// <summary>A document that was found.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Score">The fused rank score; larger is nearer, comparable within one search only.</param>
/// <param name="Likeness">Cosine of the meanings, −1 to 1; comparable between searches. 0 where the index has no vectors.</param>
/// <param name="WordShare">Share of the query's distinct known words that stand in the document, 0–1, weighted by rarity.</param>
public readonly record struct SearchHit(SearchKey Key, double Score, double Likeness, double WordShare);

/// <summary>What an index holds.</summary>
/// <param name="Tickets">Tickets in it.</param>
/// <param name="Articles">Articles in it.</param>
/// <param name="BuiltAt">When its meanings were last learned anew (UTC); null before the first build.</param>
/// <param name="Kind">embedded or azure.</param>
public sealed record SearchIndexState(long Tickets, long Articles, DateTime? BuiltAt, string Kind)
{
    /// <summary>
    /// Whether it should be built anew from the database: it never was, it was lost or damaged, or it has grown so much
    /// that what it learned is of another time.
    /// </summary>
    public bool NeedsRebuild { get; init; }
}

/// <summary>Vectors of documents, all of one build of an index: vectors of two builds are not comparable.</summary>
/// <param name="Ids">The documents.</param>
/// <param name="Dimensions">The length of a vector.</param>
/// <param name="Values">The vectors one after another, each of unit length or null; 80 MB for 100,000 of 200 dimensions.</param>
public sealed record DocumentVectors(IReadOnlyList<long> Ids, int Dimensions, float[] Values);
