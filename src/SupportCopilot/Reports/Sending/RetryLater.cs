using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Sending;

/// <summary>What is meant and has not left: put off by the other side, sent again by a person, or left by a process that died.</summary>
internal sealed class RetryLater(SupportDbContext db, CurrentTenant tenant, PostOnce posts, Effects effects, TimeProvider clock)
{
    // After a «not now» the next try waits longer each time, up to this: a channel that is throttled is not helped by more.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Those that may be tried now; what belongs to nothing any more, or is too late, is given up.</summary>
    /// <param name="prefix">What their intents begin with.</param>
    /// <param name="living">The numbers of what still sends.</param>
    /// <param name="latestBy">How late one may still be.</param>
    /// <param name="ct">Cancels between two rows.</param>
    public async Task<IReadOnlyList<(long Id, string Tail)>> LeftOverAsync(string prefix, IReadOnlyCollection<long> living, TimeSpan latestBy, CancellationToken ct)
    {
        await posts.SweepAsync(tenant.Id, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var left = new List<(long, string)>();
        foreach (var effect in await db.Effects.AsNoTracking().Where(e => e.State == EffectState.Meant && e.Intent.StartsWith(prefix)).OrderBy(e => e.Id).ToListAsync(ct))
        {
            var intent = ReportIntent.Parse(effect.Intent, prefix);
            if (intent is not var (id, rest) || !living.Contains(id)) await effects.GiveUpAsync(effect, "It was stopped before it could be posted.", ct);
            else if (now - effect.CreatedAt > latestBy) await effects.GiveUpAsync(effect, $"It could not be posted in time: {effect.Detail}", ct);
            else if (effect.Attempts == 0 || effect.UpdatedAt + WaitAfter(effect.Attempts) <= now) left.Add((id, rest));
        }

        return left;
    }

    private static TimeSpan WaitAfter(int attempts) => attempts > 6 ? LongestWait : TimeSpan.FromMinutes(Math.Pow(2, attempts - 1));
}
