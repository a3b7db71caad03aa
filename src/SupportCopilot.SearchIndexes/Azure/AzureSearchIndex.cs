using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SupportCopilot.Knowledge;

namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>The search index in Azure AI Search: words and meanings together (hybrid, fused by reciprocal rank), then the semantic ranker.</summary>
internal sealed class AzureSearchIndex(SearchServiceClient client, DocumentBatches batches, Vectors vectors, IOptions<AzureSearchOptions> options, TimeProvider clock) : ISearchIndex, IDisposable
{
    private const int RebuildPage = 500;
    private const int MostWords = 300;       // of a query; a whole ticket says what it is about in fewer
    private const int Nearest = 50;          // by meaning, before the fusion: what the service's documentation advises for the semantic ranker
    private const int StalePage = 1_000;

    private readonly SemaphoreSlim _making = new(1, 1);
    private volatile bool _isMade;

    public async Task PutAsync(int tenantId, IReadOnlyList<SearchDocument> documents, CancellationToken ct)
    {
        if (documents.Count == 0) return;
        await MakeAsync(ct);
        await PutAsync(tenantId, documents, clock.GetUtcNow().ToUnixTimeMilliseconds(), ct);
    }

    public async Task RemoveAsync(int tenantId, IReadOnlyList<SearchKey> keys, CancellationToken ct)
    {
        if (keys.Count == 0) return;
        await MakeAsync(ct);
        await batches.SendAsync(keys.Select(key => Removal(DocumentKeys.Of(tenantId, key))), ct);
    }

    /// <summary>Every document is written over its old state, which serves until then; what was not written again goes at the end.</summary>
    public async Task RebuildAsync(int tenantId, Func<IAsyncEnumerable<SearchDocument>> documents, IProgress<long>? progress, CancellationToken ct)
    {
        await MakeAsync(ct);
        var generation = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (page, done) = (new List<SearchDocument>(RebuildPage), 0L);
        await foreach (var document in documents().WithCancellation(ct))
        {
            page.Add(document);
            if (page.Count == RebuildPage) await FlushAsync();
        }
        await FlushAsync();
        await RemoveStaleAsync(tenantId, generation, ct);
        await batches.SendAsync([new JsonObject
        {
            ["@search.action"] = "mergeOrUpload", ["key"] = DocumentKeys.OfBuild(tenantId), ["tenant"] = tenantId, ["kind"] = "build", ["generation"] = generation,
        }], ct);

        async Task FlushAsync()
        {
            await PutAsync(tenantId, page, generation, ct);
            done += page.Count * ISearchIndex.StepsPerDocument;
            progress?.Report(done);
            page.Clear();
        }
    }

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        await MakeAsync(ct);
        var words = string.Join(' ', Ranking.SearchWords.Of(query.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords));   // no sign of the query language is left
        if (words.Length == 0) return [];
        var meaning = vectors.Dimensions is null ? null : (await vectors.OfAsync(query.TenantId, [query.Text], ct))[0];
        var asked = new JsonObject
        {
            ["search"] = words,
            ["searchFields"] = "title,words",
            ["filter"] = SearchFilters.Of(query),
            ["top"] = query.Limit,
            ["select"] = meaning is null ? "kind,id,title,words" : "kind,id,title,words,meaning",
            ["queryType"] = options.Value.Semantic ? "semantic" : "simple",
        };
        if (options.Value.Semantic)
        {
            asked["semanticConfiguration"] = IndexDefinition.SemanticConfiguration;
            asked["semanticErrorHandling"] = "partial";   // a ranker that is busy costs the order, not the answer
        }
        if (meaning is not null)
        {
            asked["vectorQueries"] = new JsonArray(new JsonObject
            {
                ["kind"] = "vector",
                ["fields"] = "meaning",
                ["k"] = Nearest,
                ["vector"] = new JsonArray([.. meaning.Select(value => (JsonNode)value)]),
            });
        }
        return FoundDocuments.Of(await FindAsync(asked, ct), words, meaning);
    }

    public async Task<DocumentVectors?> VectorsAsync(int tenantId, SearchKind kind, IReadOnlyList<long> ids, CancellationToken ct)
    {
        if (vectors.Dimensions is not { } dimensions || ids.Count == 0) return null;
        await MakeAsync(ct);
        var found = new Dictionary<long, float[]>();
        foreach (var some in ids.Chunk(100))   // a filter of more clauses than that grows slow
        {
            var any = string.Join(" or ", some.Select(id => string.Create(CultureInfo.InvariantCulture, $"id eq {id}")));
            var asked = new JsonObject
            {
                ["search"] = "*",
                ["filter"] = $"{SearchFilters.OfTenant(tenantId)} and kind eq '{SearchFilters.KindOf(kind)}' and ({any})",
                ["select"] = "id,meaning",
                ["top"] = some.Length,
            };
            foreach (var each in await FindAsync(asked, ct))
                if (FoundDocuments.MeaningOf(each) is { } meaning && meaning.Length == dimensions) found[each["id"]!.GetValue<long>()] = meaning;
        }
        var there = ids.Where(found.ContainsKey).ToList();
        return there.Count == 0 ? null : new DocumentVectors(there, dimensions, [.. there.SelectMany(id => found[id])]);
    }

    public async Task<SearchIndexState> StateAsync(int tenantId, CancellationToken ct)
    {
        await MakeAsync(ct);
        var built = await FindAsync(new JsonObject { ["search"] = "*", ["filter"] = $"{SearchFilters.OfTenant(tenantId)} and kind eq 'build'", ["select"] = "generation", ["top"] = 1 }, ct);
        DateTime? builtAt = built is [{ } last, ..] ? DateTimeOffset.FromUnixTimeMilliseconds(last["generation"]!.GetValue<long>()).UtcDateTime : null;
        return new SearchIndexState(await CountAsync(tenantId, SearchKind.Ticket, ct), await CountAsync(tenantId, SearchKind.Article, ct), builtAt, "azure") { NeedsRebuild = builtAt is null };
    }

    public void Dispose() => _making.Dispose();

    private async Task PutAsync(int tenantId, IReadOnlyList<SearchDocument> documents, long generation, CancellationToken ct)
    {
        var meanings = vectors.Dimensions is null ? null : await vectors.OfAsync(tenantId, [.. documents.Select(document => $"{document.Title}\n{document.Text}")], ct);
        await batches.SendAsync(documents.Select((document, i) => Upload(tenantId, document, generation, meanings?[i])), ct);
    }

    private static JsonObject Upload(int tenantId, SearchDocument document, long generation, float[]? meaning)
    {
        var upload = new JsonObject
        {
            ["@search.action"] = "upload",
            ["key"] = DocumentKeys.Of(tenantId, document.Key),
            ["tenant"] = tenantId,
            ["kind"] = SearchFilters.KindOf(document.Key.Kind),
            ["id"] = document.Key.Id,
            ["title"] = document.Title,
            ["words"] = document.Text.Length <= LongestText ? document.Text : document.Text[..LongestText],
            ["done"] = document.IsDone,
            ["group"] = document.GroupId,
            ["organization"] = document.OrganizationId,
            ["brand"] = document.Brand,
            ["segment"] = document.Segment,
            ["language"] = document.Language,
            ["generation"] = generation,
        };
        if (meaning is not null) upload["meaning"] = new JsonArray([.. meaning.Select(value => (JsonNode)value)]);
        return upload;
    }

    private const int LongestText = 20_000;   // as in the embedded index: a ticket says what it is about at its beginning

    private static JsonObject Removal(string key) => new() { ["@search.action"] = "delete", ["key"] = key };

    /// <summary>Deletions show a moment later, so the same keys may be found again: once nothing new is found, all is asked for.</summary>
    private async Task RemoveStaleAsync(int tenantId, long generation, CancellationToken ct)
    {
        var filter = string.Create(CultureInfo.InvariantCulture, $"{SearchFilters.OfTenant(tenantId)} and kind ne 'build' and generation lt {generation}");
        var (removed, last) = (new HashSet<string>(StringComparer.Ordinal), "");
        while (true)
        {
            var found = await FindAsync(new JsonObject { ["search"] = "*", ["filter"] = last.Length == 0 ? filter : $"{filter} and key gt '{last}'", ["select"] = "key", ["orderby"] = "key", ["top"] = StalePage }, ct);
            var keys = found.Select(each => each["key"]!.GetValue<string>()).Where(removed.Add).ToList();
            if (keys.Count == 0) return;
            await batches.SendAsync(keys.Select(Removal), ct);
            last = keys[^1];
        }
    }

    private async Task<long> CountAsync(int tenantId, SearchKind kind, CancellationToken ct)
    {
        var asked = new JsonObject { ["search"] = "*", ["filter"] = $"{SearchFilters.OfTenant(tenantId)} and kind eq '{SearchFilters.KindOf(kind)}'", ["count"] = true, ["top"] = 0 };
        var answer = await client.SendAsync(HttpMethod.Post, client.Address("/docs/search"), asked, ct) ?? throw Gone();
        return answer["@odata.count"]!.GetValue<long>();
    }

    private async Task<IReadOnlyList<JsonObject>> FindAsync(JsonObject asked, CancellationToken ct)
    {
        var answer = await client.SendAsync(HttpMethod.Post, client.Address("/docs/search"), asked, ct) ?? throw Gone();
        return [.. answer["value"]!.AsArray().Select(each => each!.AsObject())];
    }

    private SearchServiceException Gone()
    {
        _isMade = false;   // the next ask makes it anew, and the work that is owed fills it
        return new SearchServiceException("The search index is gone; it is made anew at the next search.", 404);
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        if (_isMade) return;
        await _making.WaitAsync(ct);
        try
        {
            if (!_isMade && await client.SendAsync(HttpMethod.Get, client.Address(), null, ct) is null)
                await client.SendAsync(HttpMethod.Put, client.Address(), IndexDefinition.Of(options.Value.Index, vectors.Dimensions), ct);
            _isMade = true;
        }
        finally
        {
            _making.Release();
        }
    }
}
