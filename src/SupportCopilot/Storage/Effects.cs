using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;

namespace SupportCopilot.Storage;

/// <summary>
/// The ledger of what leaves the product. Every step is a commit of its own, on a context of its own: a row that is not
/// yet on disk, or that waits in somebody's unit of work, would protect from nothing.
/// </summary>
public sealed class Effects(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Writes down that something is meant, once for each intent.</summary>
    /// <param name="tenantId">Whose it is.</param>
    /// <param name="intent">What is meant, in words that only this one effect has; at most 200 characters.</param>
    /// <param name="target">Where it goes, such as <c>conversation/7</c>.</param>
    /// <param name="ct">Cancels before the commit.</param>
    /// <returns>The row of the intent: the new one, or the one that stood there, whatever has become of it.</returns>
    public Task<Effect> MeanAsync(int tenantId, string intent, string target, CancellationToken ct) => InLedgerAsync(tenantId, async db =>
    {
        if (await db.Effects.AsNoTracking().SingleOrDefaultAsync(e => e.Intent == intent, ct) is { } known) return known;

        var now = clock.GetUtcNow().UtcDateTime;
        var effect = new Effect { Intent = intent, Target = target, CreatedAt = now, UpdatedAt = now };
        db.Effects.Add(effect);
        try
        {
            await db.SaveChangesAsync(ct);
            return effect;
        }
        catch (DbUpdateException)   // another process meant the same between our look and our write
        {
            db.ChangeTracker.Clear();
            if (await db.Effects.AsNoTracking().SingleOrDefaultAsync(e => e.Intent == intent, ct) is { } theirs) return theirs;
            throw;
        }
    });

    /// <summary>Begins to send. Of all who try on the same row only one is told yes.</summary>
    /// <returns>Whether the sending is ours; without it nothing may leave.</returns>
    public Task<bool> TryBeginAsync(Effect effect, CancellationToken ct) => InLedgerAsync(effect.TenantId, async db =>
    {
        var row = await db.Effects.SingleOrDefaultAsync(e => e.Id == effect.Id && e.Version == effect.Version && e.State == EffectState.Meant, ct);
        if (row is null) return false;

        row.Attempts++;
        Change(row, EffectState.Sending);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)   // another process began between our look and our write
        {
            return false;
        }
    });

    /// <summary>Gives up what is meant and has not left: it is refused, with the reason, and shown like everything that did not arrive.</summary>
    public Task<Effect> GiveUpAsync(Effect effect, string why, CancellationToken ct) => InLedgerAsync(effect.TenantId, async (db, services) =>
    {
        var row = await db.Effects.SingleAsync(e => e.Id == effect.Id, ct);
        if (row.State is not EffectState.Meant) return row;

        Change(row, EffectState.Refused);
        row.Detail = why;
        services.GetRequiredService<AuditLog>().Add("effect.refused", $"effect/{row.Id}", row.Intent);
        try
        {
            await db.SaveChangesAsync(ct);
            return row;
        }
        catch (DbUpdateConcurrencyException)   // it has just been begun
        {
            db.ChangeTracker.Clear();
            return await db.Effects.AsNoTracking().SingleAsync(e => e.Id == effect.Id, ct);
        }
    });

    /// <summary>Writes down what became of a sending. What is known now outweighs a guess that a sweep wrote meanwhile.</summary>
    /// <param name="effect">The row whose sending was ours.</param>
    /// <param name="state">Done, Refused, Unconfirmed, or Meant when it may be tried again.</param>
    /// <param name="externalId">The id that the other side gave it.</param>
    /// <param name="detail">Why it did not go out; never customers' words.</param>
    /// <param name="ct">Cancels; the row then stays in sending and is found by the sweep.</param>
    public async Task<Effect> CloseAsync(Effect effect, EffectState state, string? externalId, string? detail, CancellationToken ct)
    {
        while (true)
        {
            if (await TryCloseAsync(effect, state, externalId, detail, ct) is { } closed) return closed;
        }
    }

    /// <summary>
    /// Finds what was being sent by a process that is no more, and marks it unconfirmed: it may or may not have arrived.
    /// A process that was only slow corrects the mark when its answer comes.
    /// </summary>
    /// <param name="tenantId">Whose.</param>
    /// <param name="targets">What the targets begin with: only where nothing can be read back is a mark all that is left to do.</param>
    /// <param name="after">How long a sending that lives can take at most.</param>
    /// <param name="ct">Cancels between two rows.</param>
    public Task SweepAsync(int tenantId, string targets, TimeSpan after, CancellationToken ct) => InLedgerAsync(tenantId, async (db, services) =>
    {
        var before = clock.GetUtcNow().UtcDateTime - after;
        foreach (var dead in await db.Effects.Where(e => e.State == EffectState.Sending && e.UpdatedAt < before && e.Target.StartsWith(targets)).ToListAsync(ct))
        {
            Change(dead, EffectState.Unconfirmed);
            dead.Detail = "The process that sent it ended before the answer came: it may or may not have arrived.";
            services.GetRequiredService<AuditLog>().Add("effect.unconfirmed", $"effect/{dead.Id}", dead.Intent);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)   // it lives, and has just been closed
            {
                db.ChangeTracker.Clear();
            }
        }

        return 0;
    });

    private Task<Effect?> TryCloseAsync(Effect effect, EffectState state, string? externalId, string? detail, CancellationToken ct) => InLedgerAsync(effect.TenantId, async (db, services) =>
    {
        var row = await db.Effects.SingleAsync(e => e.Id == effect.Id, ct);
        if (row.State is not (EffectState.Sending or EffectState.Unconfirmed)) return row;   // a person has settled it

        Change(row, state);
        (row.ExternalId, row.Detail) = (externalId, detail);
        if (state is EffectState.Unconfirmed or EffectState.Refused)
            services.GetRequiredService<AuditLog>().Add(state is EffectState.Refused ? "effect.refused" : "effect.unconfirmed", $"effect/{row.Id}", row.Intent);
        try
        {
            await db.SaveChangesAsync(ct);
            return row;
        }
        catch (DbUpdateConcurrencyException)   // the sweep was there between our look and our write
        {
            return null;
        }
    });

    private void Change(Effect row, EffectState state)
    {
        row.State = state;
        row.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        row.Version++;
    }

    private Task<T> InLedgerAsync<T>(int tenantId, Func<SupportDbContext, Task<T>> work) => InLedgerAsync(tenantId, (db, _) => work(db));

    private async Task<T> InLedgerAsync<T>(int tenantId, Func<SupportDbContext, IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        return await work(scope.ServiceProvider.GetRequiredService<SupportDbContext>(), scope.ServiceProvider);
    }
}
