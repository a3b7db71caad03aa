using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Reports.Weeks;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>Posts a digest because a person wants it now: beside the one that comes by itself, or once more.</summary>
public sealed class PostDigestNow
{
    private readonly SupportDbContext _db;
    private readonly CurrentCaller _caller;
    private readonly SettleEffect _settle;
    private readonly PostDigest _post;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal PostDigestNow(SupportDbContext db, CurrentCaller caller, SettleEffect settle, PostDigest post, AuditLog audit, TimeProvider clock) =>
        (_db, _caller, _settle, _post, _audit, _clock) = (db, caller, settle, post, audit, clock);

    /// <summary>Posts last week's figures now.</summary>
    /// <param name="digestId">Which digest; the caller's own, any for an admin.</param>
    /// <param name="number">Which of the runs of this week: the same number again posts nothing. Null takes the next one.</param>
    /// <param name="ct">Cancels until the sending begins.</param>
    /// <returns>The ledger's row; null when there is no such digest.</returns>
    public async Task<EffectRow?> RunAsync(long digestId, int? number, CancellationToken ct)
    {
        var digest = await _db.Digests.AsNoTracking().SingleOrDefaultAsync(d => d.Id == digestId && d.IsOn, ct);
        if (digest is null || (_caller.Value is { } person && !person.Has(Role.Admin) && digest.OwnerId != person.PersonId)) return null;

        var intent = new DigestIntent(digestId, new DueTimes(digest).WeekOf(_clock.GetUtcNow().UtcDateTime).Name);
        intent = intent.Run(number ?? await NextRunAsync(intent, ct));
        _audit.Add("digest.run", $"digest/{digestId}", intent.ToString());
        await _db.SaveChangesAsync(ct);
        return EffectRow.Of(await _post.RunAsync(digest, intent, ct));
    }

    /// <summary>Posts one more time what is unconfirmed or was refused: a person has looked and says so.</summary>
    /// <returns>The new effect, or why there is none; null when the effect is no digest, or its digest was stopped.</returns>
    public async Task<Settlement?> AgainAsync(long effectId, CancellationToken ct)
    {
        if (await _db.Effects.AsNoTracking().SingleOrDefaultAsync(e => e.Id == effectId, ct) is not { } effect) return new(SettlementOutcome.NotFound, null);
        if (effect.Intent.StartsWith(ReportIntent.Reports, StringComparison.Ordinal) || effect.Intent.StartsWith(ReportIntent.Alerts, StringComparison.Ordinal))
            return await _settle.MeanAgainAsync(effectId, ct);   // the next tick posts it, with the rights of then
        var digestId = DigestIntent.Parse(effect.Intent)?.DigestId;
        if (await _db.Digests.AsNoTracking().SingleOrDefaultAsync(d => d.Id == digestId && d.IsOn, ct) is not { } digest) return null;

        var meant = await _settle.MeanAgainAsync(effectId, ct);
        return meant is { Outcome: SettlementOutcome.Done, Effect: { } again }
            ? meant with { Effect = await _post.RunAsync(digest, DigestIntent.Parse(again.Intent)!, ct) }
            : meant;
    }

    private async Task<int> NextRunAsync(DigestIntent intent, CancellationToken ct)
    {
        var runs = $"{intent}/run-";
        return 1 + await _db.Effects.CountAsync(e => e.Intent.StartsWith(runs) && !e.Intent.Contains("/again-"), ct);
    }
}
