using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Storage;

/// <summary>
/// Settles who works on what, on both databases and between any number of processes: one row per piece of work, taken by
/// an update that only succeeds on the token last seen. Works on a context of its own, so that the work's unsaved rows
/// never travel with the lease.
/// </summary>
public sealed class Leases(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Tries to take a piece of work.</summary>
    /// <param name="name">What is worked on, for example <c>work-off/1</c>; at most 100 characters.</param>
    /// <param name="time">How long it is held unless renewed: longer than the longest step between two renewals.</param>
    /// <param name="ct">Cancels the attempt.</param>
    /// <returns>The hold, or null while somebody else has it.</returns>
    public async Task<LeaseHold?> TryTakeAsync(string name, TimeSpan time, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var lease = await db.Leases.SingleOrDefaultAsync(l => l.Name == name, ct);
        if (lease is not null && lease.ExpiresAt > now) return null;

        if (lease is null) db.Leases.Add(lease = new Lease { Name = name, Holder = "" });
        lease.Holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
        lease.Token++;
        lease.ExpiresAt = now + time;
        try
        {
            await db.SaveChangesAsync(ct);
            return new LeaseHold(scopes, clock, name, lease.Token, time);
        }
        catch (DbUpdateException)   // another process took it between our look and our write
        {
            if (await db.Leases.AsNoTracking().AnyAsync(l => l.Name == name && l.Holder != lease.Holder, ct)) return null;
            throw;
        }
    }
}

/// <summary>A piece of work that this process holds; disposing it gives it back.</summary>
public sealed class LeaseHold(IServiceScopeFactory scopes, TimeProvider clock, string name, long token, TimeSpan time) : IAsyncDisposable
{
    /// <summary>Grows with every holder: what is written elsewhere under the lease carries it, so that a late writer can be refused.</summary>
    public long Token => token;

    /// <summary>Holds on for another full time.</summary>
    /// <exception cref="LeaseLostException">The time ran out and somebody else has taken over; stop without writing.</exception>
    public async Task RenewAsync(CancellationToken ct)
    {
        if (!await TrySetExpiryAsync(clock.GetUtcNow().UtcDateTime + time, ct)) throw new LeaseLostException(name);
    }

    /// <summary>
    /// Saves the work's rows and the hold together: a process that was paused past its time, and then goes on, writes nothing.
    /// </summary>
    /// <param name="db">The context with the rows to save.</param>
    /// <param name="ct">Cancels before the save.</param>
    /// <exception cref="LeaseLostException">Somebody else has taken over; nothing was written.</exception>
    public async Task SaveAsync(SupportDbContext db, CancellationToken ct)
    {
        var lease = await db.Leases.SingleOrDefaultAsync(l => l.Name == name && l.Token == token, ct) ?? throw new LeaseLostException(name);
        lease.ExpiresAt = clock.GetUtcNow().UtcDateTime + time;
        db.Entry(lease).Property(l => l.ExpiresAt).IsModified = true;   // even within one millisecond: the update is what checks the token
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException lost) when (lost.Entries.Any(e => e.Entity is Lease))
        {
            throw new LeaseLostException(name);
        }
    }

    /// <summary>Gives it back; where somebody else has taken over there is nothing left to give.</summary>
    public async ValueTask DisposeAsync() => await TrySetExpiryAsync(DateTime.UnixEpoch, CancellationToken.None);

    private async Task<bool> TrySetExpiryAsync(DateTime expiresAt, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        var lease = await db.Leases.SingleOrDefaultAsync(l => l.Name == name && l.Token == token, ct);
        if (lease is null) return false;

        lease.ExpiresAt = expiresAt;
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)   // taken over between our look and our write
        {
            return false;
        }
    }
}

/// <summary>A hold ran out while its work went on.</summary>
public sealed class LeaseLostException(string name) : Exception($"The lease {name} ran out and was taken by another process.");
