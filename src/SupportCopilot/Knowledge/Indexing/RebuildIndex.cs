using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Knowledge.Indexing;

/// <summary>Builds the tenant's search index anew from the database, while the old one goes on serving.</summary>
public sealed class RebuildIndex(SupportDbContext db, ISearchIndex index, CurrentTenant tenant)
{
    private const int PageSize = 500;

    /// <param name="progress">The share that is done, 0–1.</param>
    /// <param name="ct">Breaks it off and leaves the old index.</param>
    /// <returns>What the new index holds.</returns>
    public async Task<SearchIndexState> RunAsync(IProgress<double>? progress, CancellationToken ct)
    {
        var count = await db.Tickets.LongCountAsync(ct) + await db.Articles.LongCountAsync(ct);
        await index.RebuildAsync(tenant.Id, () => EverythingAsync(ct), progress is null ? null : new Share(progress, count), ct);
        return await index.StateAsync(tenant.Id, ct);
    }

    private async IAsyncEnumerable<SearchDocument> EverythingAsync([EnumeratorCancellation] CancellationToken ct)
    {
        for (long last = 0; await TicketsAfterAsync(last, ct) is { Count: > 0 } page; last = page[^1].Id)
            foreach (var document in await SearchDocuments.OfTicketsAsync(db, page, ct)) yield return document;
        for (long last = 0; await ArticlesAfterAsync(last, ct) is { Count: > 0 } page; last = page[^1].Id)
            foreach (var article in page) yield return SearchDocuments.Of(article);
    }

    private Task<List<Ticket>> TicketsAfterAsync(long id, CancellationToken ct) =>
        db.Tickets.AsNoTracking().Where(t => t.Id > id).OrderBy(t => t.Id).Take(PageSize).ToListAsync(ct);

    private Task<List<Article>> ArticlesAfterAsync(long id, CancellationToken ct) =>
        db.Articles.AsNoTracking().Where(a => a.Id > id).OrderBy(a => a.Id).Take(PageSize).ToListAsync(ct);

    private sealed class Share(IProgress<double> whole, long documents) : IProgress<long>
    {
        public void Report(long value) => whole.Report(Math.Min(1, value / (double)Math.Max(1, documents * ISearchIndex.StepsPerDocument)));
    }
}
