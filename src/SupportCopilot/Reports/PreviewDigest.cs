using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports.Composing;
using SupportCopilot.Reports.Weeks;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>Shows what a digest would say now, without posting it: for operators, who see every tenant's rows anyway.</summary>
public sealed class PreviewDigest
{
    private readonly SupportDbContext _db;
    private readonly ConversationSight _sight;
    private readonly ComposeDigest _compose;
    private readonly TimeProvider _clock;

    internal PreviewDigest(SupportDbContext db, ConversationSight sight, ComposeDigest compose, TimeProvider clock) =>
        (_db, _sight, _compose, _clock) = (db, sight, compose, clock);

    /// <returns>The digest's last full week in lines of text; null when there is no such digest, or nothing may be shown in its conversation.</returns>
    public async Task<string?> RunAsync(long digestId, CancellationToken ct)
    {
        if (await _db.Digests.AsNoTracking().SingleOrDefaultAsync(d => d.Id == digestId, ct) is not { } digest) return null;

        var to = await _db.Conversations.AsNoTracking().SingleAsync(c => c.Id == digest.ConversationId, ct);
        if (await _sight.OfAsync(to, ct) is not { } seen) return null;

        var week = new DueTimes(digest).WeekOf(_clock.GetUtcNow().UtcDateTime);
        return DigestWords.Whole(await _compose.RunAsync(week, seen, to.Name, ct));
    }
}
