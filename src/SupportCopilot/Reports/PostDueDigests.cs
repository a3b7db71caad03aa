using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports.Weeks;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>
/// Posts every digest of the tenant that is due and has not been begun. Whoever calls it, how often, and in how many
/// processes at once does not matter: the ledger lets each week of each digest out once.
/// </summary>
public sealed class PostDueDigests
{
    // After a «not now» the next try waits longer each time, up to this: a channel that is throttled is not helped by more.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly PostOnce _posts;
    private readonly PostDigest _post;
    private readonly Effects _effects;
    private readonly TimeProvider _clock;

    internal PostDueDigests(SupportDbContext db, CurrentTenant tenant, PostOnce posts, PostDigest post, Effects effects, TimeProvider clock) =>
        (_db, _tenant, _posts, _post, _effects, _clock) = (db, tenant, posts, post, effects, clock);

    /// <returns>What was posted or given up, in order.</returns>
    /// <exception cref="AggregateException">Some could not be made; the others were posted.</exception>
    public async Task<IReadOnlyList<EffectRow>> RunAsync(CancellationToken ct)
    {
        await _posts.SweepAsync(_tenant.Id, ct);
        var digests = await _db.Digests.AsNoTracking().Where(d => d.IsOn).OrderBy(d => d.Id).ToListAsync(ct);
        var leftOver = (await LeftOverAsync(digests, ct)).ToLookup(left => left.DigestId);
        var done = new List<EffectRow>();
        var failures = new List<Exception>();
        foreach (var digest in digests)
        {
            try
            {
                if (await NewlyDueAsync(digest, ct) is { } due) done.Add(EffectRow.Of(await _post.RunAsync(digest, due, ct)));
                foreach (var left in leftOver[digest.Id]) done.Add(EffectRow.Of(await _post.RunAsync(digest, left, ct)));
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
                failures.Add(thrown);   // one digest that cannot be made must not keep the others back
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException("Not every digest could be posted.", failures);
    }

    /// <summary>The week that is due now and that the ledger does not know; one that is too late is written down as missed.</summary>
    private async Task<DigestIntent?> NewlyDueAsync(Digest digest, CancellationToken ct)
    {
        var (times, now) = (new DueTimes(digest), _clock.GetUtcNow().UtcDateTime);
        var due = times.LastAt(now);
        if (due <= digest.OnSince) return null;

        var intent = new DigestIntent(digest.Id, times.WeekOf(due).Name);
        var name = intent.ToString();
        if (await _db.Effects.AnyAsync(e => e.Intent == name, ct)) return null;
        if (now - due <= DueTimes.LatestBy) return intent;

        var missed = await _effects.MeanAsync(_tenant.Id, name, $"conversation/{digest.ConversationId}", ct);
        await _effects.GiveUpAsync(missed, "Nothing ran while it was due.", ct);
        return null;
    }

    /// <summary>What is meant and has not left: put off by the other side, asked for once more by a person, or left by a process that died.</summary>
    private async Task<IReadOnlyList<DigestIntent>> LeftOverAsync(IReadOnlyList<Digest> digests, CancellationToken ct)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var left = new List<DigestIntent>();
        foreach (var effect in await _db.Effects.AsNoTracking().Where(e => e.State == EffectState.Meant && e.Intent.StartsWith(DigestIntent.Prefix)).OrderBy(e => e.Id).ToListAsync(ct))
        {
            var intent = DigestIntent.Parse(effect.Intent);
            if (intent is null || !digests.Any(d => d.Id == intent.DigestId)) await _effects.GiveUpAsync(effect, "The digest was stopped before it could be posted.", ct);
            else if (now - effect.CreatedAt > DueTimes.LatestBy) await _effects.GiveUpAsync(effect, $"It could not be posted in time: {effect.Detail}", ct);
            else if (effect.Attempts == 0 || effect.UpdatedAt + WaitAfter(effect.Attempts) <= now) left.Add(intent);
        }

        return left;
    }

    private static TimeSpan WaitAfter(int attempts) =>
        attempts > 6 ? LongestWait : TimeSpan.FromMinutes(Math.Pow(2, attempts - 1));
}
