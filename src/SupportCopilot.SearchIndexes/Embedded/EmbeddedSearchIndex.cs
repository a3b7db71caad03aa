using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Files;

namespace SupportCopilot.SearchIndexes.Embedded;

/// <summary>The search index inside this program: a SQLite file for each tenant, and its vectors in memory.</summary>
/// <param name="directory">Where its files are.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">The log.</param>
/// <param name="largestReadAtOnce">One of more documents is read when somebody first searches, not before.</param>
internal sealed class EmbeddedSearchIndex(string directory, TimeProvider clock, ILogger<EmbeddedSearchIndex> logger, long largestReadAtOnce = 200_000) : ISearchIndex, IDisposable
{
    private const int LargestLimit = 200;
    private const int Growth = 2; // doubled, or every document replaced once: what was learned is of another time

    private readonly ConcurrentDictionary<int, TenantIndex> _tenants = new();
    private readonly ConcurrentDictionary<int, PeekedState> _peeked = new();

    public Task PutAsync(int tenantId, IReadOnlyList<SearchDocument> documents, CancellationToken ct) => documents.Count == 0
        ? Task.CompletedTask
        : Of(tenantId).WriteAsync(
            about =>
            {
                var prepared = new (IndexedDocument Document, float[]? Vector)[documents.Count];
                Parallel.For(0, prepared.Length, new ParallelOptions { CancellationToken = ct }, i =>
                {
                    var document = IndexedDocument.Of(documents[i]);
                    prepared[i] = (document, about.Model?.Embed(document.Meaning));
                });
                return prepared;
            },
            (writer, prepared) =>
            {
                foreach (var (document, vector) in prepared) writer.Put(document, vector);
            }, ct);

    public Task RemoveAsync(int tenantId, IReadOnlyList<SearchKey> keys, CancellationToken ct) => keys.Count == 0
        ? Task.CompletedTask
        : Of(tenantId).WriteAsync(_ => keys, (writer, gone) =>
        {
            foreach (var key in gone) writer.Remove(key);
        }, ct);

    public Task RebuildAsync(int tenantId, Func<IAsyncEnumerable<SearchDocument>> documents, IProgress<long>? progress, CancellationToken ct) =>
        Of(tenantId).RebuildAsync(documents, progress, ct);

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, LargestLimit, nameof(query));
        return await Of(query.TenantId).ReadAsync(index => Searcher.Search(index, query), ct) ?? [];
    }

    public async Task<DocumentVectors?> VectorsAsync(int tenantId, SearchKind kind, IReadOnlyList<long> ids, CancellationToken ct) =>
        await Of(tenantId).ReadAsync(index => index.Table.Vectors(kind, ids), ct) is { Dimensions: > 0 } vectors ? vectors : null;

    public async Task<SearchIndexState> StateAsync(int tenantId, CancellationToken ct)
    {
        var index = Of(tenantId);
        var peeked = index.IsLoaded ? null : await index.PeekAsync((path, file) => PeekedState.Of(path, file, tenantId, _peeked.GetValueOrDefault(tenantId), clock), ct);
        if (peeked is not null && peeked.LastRow > largestReadAtOnce)
        {
            _peeked[tenantId] = peeked;
            return State(peeked.Tickets, peeked.Articles, peeked.BuiltAt, peeked.BuiltRow, peeked.LastRow);
        }

        return await index.ReadAsync(read => State(read.Table.Counts[(int)SearchKind.Ticket], read.Table.Counts[(int)SearchKind.Article], read.About.BuiltAt, read.About.BuiltRow, read.Table.Size), ct)
            ?? new(0, 0, null, "embedded") { NeedsRebuild = true };
    }

    /// <summary>Whether the documents of a tenant are in memory.</summary>
    internal bool IsRead(int tenantId) => Of(tenantId).IsLoaded;

    private static SearchIndexState State(long tickets, long articles, DateTime? builtAt, long builtRow, long rows) =>
        new(tickets, articles, builtAt, "embedded") { NeedsRebuild = builtAt is null || rows >= Math.Max(IndexBuilder.FewestTexts, Growth * builtRow) };

    public void Dispose()
    {
        foreach (var tenant in _tenants.Values) tenant.Dispose();
    }

    private TenantIndex Of(int tenantId) => _tenants.GetOrAdd(tenantId, id => new(new IndexFolder(directory, id), largestReadAtOnce, clock, logger));
}
