using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;

namespace SupportCopilot.Storage;

/// <summary>A person's word on what nobody could confirm, or was refused: leave it, or send it once more.</summary>
public sealed class SettleEffect(SupportDbContext db, AuditLog audit, TimeProvider clock)
{
    private const string Again = "/again-";

    /// <summary>Leaves it: the person has looked whether it arrived.</summary>
    public async Task<Settlement> DismissAsync(long id, CancellationToken ct)
    {
        var effect = await db.Effects.SingleOrDefaultAsync(e => e.Id == id, ct);
        if (effect is null) return new(SettlementOutcome.NotFound, null);
        if (!IsOpen(effect)) return new(SettlementOutcome.NotOpen, effect);

        Dismiss(effect);
        audit.Add("effect.dismissed", $"effect/{id}", effect.Intent);
        return await SavedAsync(effect, effect, ct);
    }

    /// <summary>
    /// Means it once more, under an intent of its own, and settles the first: both or neither, so that two presses of the
    /// button, or a crash between, never make two of it.
    /// </summary>
    /// <returns>The new effect, which is meant and not yet sent.</returns>
    public async Task<Settlement> MeanAgainAsync(long id, CancellationToken ct)
    {
        var effect = await db.Effects.SingleOrDefaultAsync(e => e.Id == id, ct);
        if (effect is null) return new(SettlementOutcome.NotFound, null);
        if (!IsOpen(effect)) return new(SettlementOutcome.NotOpen, effect);

        Dismiss(effect);
        var again = new Effect { Intent = NextIntent(effect.Intent), Target = effect.Target, CreatedAt = effect.UpdatedAt, UpdatedAt = effect.UpdatedAt };
        db.Effects.Add(again);
        audit.Add("effect.sent-again", $"effect/{id}", again.Intent);
        return await SavedAsync(effect, again, ct);
    }

    /// <summary>Only what did not certainly arrive, and is not under way, can be settled.</summary>
    private static bool IsOpen(Effect effect) => effect.State is EffectState.Unconfirmed or EffectState.Refused;

    private void Dismiss(Effect effect)
    {
        effect.State = EffectState.Dismissed;
        effect.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        effect.Version++;
    }

    private static string NextIntent(string intent)
    {
        var (first, times) = intent.LastIndexOf(Again, StringComparison.Ordinal) is >= 0 and var at
            ? (intent[..at], int.Parse(intent[(at + Again.Length)..], CultureInfo.InvariantCulture))
            : (intent, 0);
        return $"{first}{Again}{times + 1}";
    }

    private async Task<Settlement> SavedAsync(Effect settled, Effect result, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new(SettlementOutcome.Done, result);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Effects.AsNoTracking().AnyAsync(e => e.Id == settled.Id && e.Version < settled.Version, ct)) throw;
            return new(SettlementOutcome.NotOpen, null);   // another press, or the late answer itself, was there between our look and our write
        }
    }
}

/// <summary>What became of a person's word.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Effect">The effect that it is about now; null where there is none, or another was faster.</param>
public sealed record Settlement(SettlementOutcome Outcome, Effect? Effect);

/// <summary>How settling ended.</summary>
public enum SettlementOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>It is not there.</summary>
    NotFound,

    /// <summary>There is nothing to settle: it arrived, is under way, or was settled before.</summary>
    NotOpen,
}
