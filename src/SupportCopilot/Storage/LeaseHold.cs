using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportCopilot.Storage;

/// <summary>
/// A piece of work that this process holds; disposing it gives it back. While the process lives the hold is extended by itself,
/// a little at a time, up to the time that the work may take between two renewals: so a dead holder is followed soon, and one
/// that hangs is followed at last.
/// </summary>
public sealed partial class LeaseHold : IAsyncDisposable
{
    private const int BeatsInTime = 3;   // two may fail or be late before the hold is lost

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly string _name;
    private readonly TimeSpan _time;
    private readonly TimeSpan _beat;
    private readonly CancellationTokenSource _given = new();
    private readonly Task _beating;
    private long _renewedAt;

    internal LeaseHold(IServiceScopeFactory scopes, TimeProvider clock, ILogger log, string name, long token, TimeSpan time, TimeSpan beat)
    {
        (_scopes, _clock, _log, _name, Token, _time, _beat) = (scopes, clock, log, name, token, time, beat);
        Renewed();
        _beating = beat < time ? BeatAsync() : Task.CompletedTask;
    }

    /// <summary>Grows with every holder: what is written elsewhere under the lease carries it, so that a late writer can be refused.</summary>
    public long Token { get; }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <summary>Holds on for another full time.</summary>
    /// <exception cref="LeaseLostException">The time ran out and somebody else has taken over; stop without writing.</exception>
    public async Task RenewAsync(CancellationToken ct)
    {
        if (!await TrySetExpiryAsync(Now + _beat, ct)) throw new LeaseLostException(_name);
        Renewed();
    }

    /// <summary>
    /// Saves the work's rows and the hold together: a process that was paused past its time, and then goes on, writes nothing.
    /// </summary>
    /// <param name="db">The context with the rows to save.</param>
    /// <param name="ct">Cancels before the save.</param>
    /// <exception cref="LeaseLostException">Somebody else has taken over; nothing was written.</exception>
    public async Task SaveAsync(SupportDbContext db, CancellationToken ct)
    {
        var lease = await db.Leases.SingleOrDefaultAsync(l => l.Name == _name && l.Token == Token, ct) ?? throw new LeaseLostException(_name);
        lease.ExpiresAt = Now + _beat;
        db.Entry(lease).Property(l => l.ExpiresAt).IsModified = true;   // even within one millisecond: the update is what checks the token
        try
        {
            await db.SaveChangesAsync(ct);
            Renewed();
        }
        catch (DbUpdateConcurrencyException lost) when (lost.Entries.Any(e => e.Entity is Lease))
        {
            throw new LeaseLostException(_name);
        }
    }

    /// <summary>Gives it back; where somebody else has taken over there is nothing left to give.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_given.IsCancellationRequested) return;
        await _given.CancelAsync();
        await _beating;
        await TrySetExpiryAsync(DateTime.UnixEpoch, CancellationToken.None);
        _given.Dispose();
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(_beat / BeatsInTime, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_given.Token))
            {
                if (Now - new DateTime(Volatile.Read(ref _renewedAt), DateTimeKind.Utc) >= _time - _beat) return;   // it hangs: what is left is what the last beat gave
                if (!await TryBeatAsync()) return;   // the work is told so at its next renewal
            }
        }
        catch (OperationCanceledException) when (_given.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> TryBeatAsync()
    {
        try
        {
            return await TrySetExpiryAsync(Now + _beat, _given.Token);
        }
        catch (DbException thrown)   // busy or out of reach: the next beat may succeed, and a hold that is lost is found out before anything is written
        {
            LogLate(thrown, _name);
            return true;
        }
        catch (DbUpdateException thrown)
        {
            LogLate(thrown, _name);
            return true;
        }
    }

    private void Renewed() => Volatile.Write(ref _renewedAt, Now.Ticks);

    private async Task<bool> TrySetExpiryAsync(DateTime expiresAt, CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        var lease = await db.Leases.SingleOrDefaultAsync(l => l.Name == _name && l.Token == Token, ct);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hold on {Name} could not be extended just now")]
    private partial void LogLate(Exception thrown, string name);
}

/// <summary>A hold ran out while its work went on.</summary>
public sealed class LeaseLostException(string name) : Exception($"The lease {name} ran out and was taken by another process.");
