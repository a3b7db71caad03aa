using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Where each stream stands and what troubles it. Every word is saved together with the lease, so that a reader who was paused past it writes nothing.</summary>
internal sealed class SyncBook(SupportDbContext db, TimeProvider clock)
{
    private const int LongestTrouble = 500;

    public async Task<StreamPlace> PlaceOfAsync(IDeskStream stream, CancellationToken ct) =>
        await db.SyncCursors.AsNoTracking().SingleOrDefaultAsync(c => c.Stream == stream.Name, ct) is { } row ? new(row.Cursor, row.ReadTo) : new("", null);

    /// <summary>Whether a stream was never read to its end.</summary>
    public async Task<bool> IsFirstTimeAsync(IDeskStream stream, CancellationToken ct) => !await db.SyncCursors.AnyAsync(c => c.Stream == stream.Name && c.EndedAt != null, ct);

    /// <summary>How many rows it has given.</summary>
    public async Task<long> RowsOfAsync(IDeskStream stream, CancellationToken ct) => await db.SyncCursors.Where(c => c.Stream == stream.Name).Select(c => c.Rows).SingleOrDefaultAsync(ct);

    /// <summary>Whether a stream's turn has come: it never came to its end, fails, or was looked at long enough ago.</summary>
    public async Task<bool> IsDueAsync(IDeskStream stream, CancellationToken ct)
    {
        var row = await db.SyncCursors.AsNoTracking().SingleOrDefaultAsync(c => c.Stream == stream.Name, ct);
        return row?.EndedAt is not { } ended || row.FailingSince is not null || Now - ended >= stream.Every;
    }

    /// <summary>Sends every stream back to its beginning.</summary>
    public async Task StartOverAsync(LeaseHold hold, CancellationToken ct)
    {
        foreach (var row in await db.SyncCursors.ToListAsync(ct))
            (row.Cursor, row.ReadTo, row.Rows, row.Pages, row.EndedAt, row.Expected) = ("", null, 0, 0, null, null);
        await SaveAsync(hold, ct);
    }

    /// <summary>Notes how many rows a stream will give.</summary>
    public Task ExpectAsync(string stream, long expected, LeaseHold hold, CancellationToken ct) => ChangeAsync(stream, row => row.Expected = expected, hold, ct);

    /// <summary>Notes that a stream was read to its end, and what of it is not available.</summary>
    public Task EndedAsync(string stream, string? leftOut, LeaseHold hold, CancellationToken ct) => ChangeAsync(stream, row =>
    {
        row.EndedAt = Now;
        row.FailingSince = null;
        row.Trouble = Cut(leftOut);
    }, hold, ct);

    /// <summary>Notes that a stream fails.</summary>
    public Task FailedAsync(string stream, Exception thrown, LeaseHold hold, CancellationToken ct) => ChangeAsync(stream, row =>
    {
        row.FailingSince ??= Now;
        row.Trouble = Cut(InWords(thrown));
    }, hold, ct);

    /// <summary>What may be said of a failure: our own exceptions hold no customers' words, of others only their kind is told.</summary>
    public static string InWords(Exception thrown) => thrown is ZendeskException or StandsStillException ? thrown.Message : thrown.GetType().Name;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static string? Cut(string? text) => text?.Length > LongestTrouble ? text[..LongestTrouble] : text;

    private async Task ChangeAsync(string stream, Action<SyncCursor> change, LeaseHold hold, CancellationToken ct)
    {
        var row = await db.SyncCursors.SingleOrDefaultAsync(c => c.Stream == stream, ct) ?? db.SyncCursors.Add(new SyncCursor { Stream = stream, UpdatedAt = Now }).Entity;
        change(row);
        await SaveAsync(hold, ct);
    }

    private async Task SaveAsync(LeaseHold hold, CancellationToken ct)
    {
        await hold.SaveAsync(db, ct);
        db.ChangeTracker.Clear();   // pages are written past this context
    }
}
