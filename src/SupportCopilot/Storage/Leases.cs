using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportCopilot.Storage;

/// <summary>
/// Settles who works on what, on both databases and between any number of processes: one row per piece of work, taken by
/// an update that only succeeds on the token last seen. Works on a context of its own, so that the work's unsaved rows
/// never travel with the lease.
/// </summary>
public sealed class Leases(IServiceScopeFactory scopes, IOptions<LeaseOptions> options, TimeProvider clock, ILogger<Leases> log)
{
    /// <summary>Tries to take a piece of work.</summary>
    /// <param name="name">What is worked on, for example <c>work-off/1</c>; at most 100 characters.</param>
    /// <param name="time">
    /// How long a holder that lives may take from one renewal to the next: longer than the longest step between them. One that
    /// dies loses it far sooner (<see cref="LeaseOptions.TakeOverAfterSeconds"/>).
    /// </param>
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
        var beat = options.Value.TakeOverAfter < time ? options.Value.TakeOverAfter : time;
        lease.Holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
        lease.Token++;
        lease.ExpiresAt = now + beat;
        try
        {
            await db.SaveChangesAsync(ct);
            return new LeaseHold(scopes, clock, log, name, lease.Token, time, beat);
        }
        catch (DbUpdateException)   // another process took it between our look and our write
        {
            if (await db.Leases.AsNoTracking().AnyAsync(l => l.Name == name && l.Holder != lease.Holder, ct)) return null;
            throw;
        }
    }
}
