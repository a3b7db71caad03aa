using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Knowledge.Indexing;

/// <summary>Brings the search index up to what the database says: whatever tickets and articles owe it, and all of it where the index was lost or has outgrown what it learned.</summary>
public sealed class IndexOwed(SupportDbContext db, ISearchIndex index, RebuildIndex rebuild, CurrentTenant tenant)
{
    private const int BatchSize = 500;

    /// <summary>Works off one batch; once there is nothing more, rebuilds the index where that is due.</summary>
    /// <returns>How many documents were brought up to date; 0 when all are.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var done = await TicketsAsync(ct) + await ArticlesAsync(ct);
        if (done == 0 && (await index.StateAsync(tenant.Id, ct)).NeedsRebuild) await rebuild.RunAsync(null, ct);
        return done;
    }

    private async Task<int> TicketsAsync(CancellationToken ct)
    {
        // «Not nothing» in so many words: only then is the filtered index over owed tickets used.
        var tickets = await db.Tickets.Where(t => t.Owed != Owed.Nothing && (t.Owed & Owed.Index) != Owed.Nothing).OrderBy(t => t.Id).Take(BatchSize).ToListAsync(ct);
        if (tickets.Count == 0) return 0;
        await index.RemoveAsync(tenant.Id, [.. tickets.Where(t => t.Status == TicketStatus.Deleted).Select(t => new SearchKey(SearchKind.Ticket, t.Id))], ct);
        await index.PutAsync(tenant.Id, await SearchDocuments.OfTicketsAsync(db, tickets, ct), ct);
        foreach (var ticket in tickets) ticket.Owed &= ~Owed.Index;
        await db.SaveUncontestedAsync(ct);   // what somebody changed in between still owes what it now says
        return tickets.Count;
    }

    private async Task<int> ArticlesAsync(CancellationToken ct)
    {
        var articles = await db.Articles.Where(a => a.OwesIndex).OrderBy(a => a.Id).Take(BatchSize).ToListAsync(ct);
        if (articles.Count == 0) return 0;
        await index.PutAsync(tenant.Id, [.. articles.Select(SearchDocuments.Of)], ct);
        foreach (var article in articles) article.OwesIndex = false;
        await db.SaveUncontestedAsync(ct);   // what somebody changed in between still owes what it now says
        return articles.Count;
    }
}
