using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Sessions;

/// <summary>Removes sessions that have ended, and used tokens that would no longer be taken.</summary>
public sealed class RemoveOldSessions(SupportDbContext db, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>Removes those of the tenant in scope.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        while (await RemoveAsync(db.Sessions.Where(s => s.EndsAt <= now).OrderBy(s => s.Id), ct)) { }
        while (await RemoveAsync(db.UsedTokens.Where(t => t.ExpiresAt <= now).OrderBy(t => t.Id), ct)) { }
    }

    private async Task<bool> RemoveAsync<T>(IOrderedQueryable<T> old, CancellationToken ct) where T : class
    {
        var batch = await old.Take(BatchSize).ToListAsync(ct);
        db.RemoveRange(batch);
        await db.SaveUncontestedAsync(ct);   // another server may be removing the same
        return batch.Count == BatchSize;
    }
}
