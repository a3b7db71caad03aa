using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Knowledge.Usage;

/// <summary>Counts what articles were of use for, and what none had an answer to.</summary>
internal sealed class CountUse(SupportDbContext db, TimeProvider clock)
{
    private const int LongestWords = 200;

    /// <summary>Notes it on the context; the caller saves, so that it costs no commit of its own.</summary>
    public void Note(long ticketId, IEnumerable<long> articles, UseKind kind)
    {
        foreach (var article in articles.Distinct()) db.ArticleUses.Add(new ArticleUse { ArticleId = article, TicketId = ticketId, Kind = kind, At = Now() });
    }

    /// <summary>Keeps that no article answers a ticket, or that one does now. Writes only where that is news.</summary>
    public async Task AnsweredAsync(long ticketId, bool isAnswered, CancellationToken ct)
    {
        var gap = await db.KnowledgeGaps.SingleOrDefaultAsync(g => g.TicketId == ticketId, ct);
        if (isAnswered == gap is null) return;
        if (gap is null) db.KnowledgeGaps.Add(new KnowledgeGap { TicketId = ticketId, At = Now() });
        else db.KnowledgeGaps.Remove(gap);
        await SaveAsync(ct);
    }

    /// <summary>Keeps that a search among articles found nothing.</summary>
    public async Task MissedAsync(string searched, CancellationToken ct)
    {
        var words = string.Join(' ', Terms.WordsIn(searched).Select(word => word.Word.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal));
        if (words.Length == 0) return;
        if (words.Length > LongestWords) words = words[..LongestWords];
        var miss = await db.SearchMisses.SingleOrDefaultAsync(m => m.Words == words, ct) ?? db.SearchMisses.Add(new SearchMiss { Words = words }).Entity;
        miss.Times++;
        miss.LastAt = Now();
        await SaveAsync(ct);
    }

    /// <summary>Somebody else may have kept the same in between: a count is not worth a failed answer, and theirs stands.</summary>
    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveSoonAsync(ct);
        }
        catch (DbUpdateException) when (db.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged).All(entry => entry.Entity is KnowledgeGap or SearchMiss))
        {
            foreach (var ours in db.ChangeTracker.Entries().Where(entry => entry.Entity is KnowledgeGap or SearchMiss).ToList()) ours.State = EntityState.Detached;
        }
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}
