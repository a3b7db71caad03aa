using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Host.Endpoints;

/// <summary>What the desks of all tenants say of themselves: whether they can be read, and how far behind they are. Anybody may ask, so no desk is named.</summary>
internal static class SyncHealth
{
    // The last minute is never there, the job looks once a minute, and a page may wait for the desk's limits.
    private static readonly TimeSpan LongLag = TimeSpan.FromMinutes(10);

    /// <summary>The parts <c>desk</c> and <c>lastSync</c>.</summary>
    /// <param name="tenants">All tenants.</param>
    /// <param name="sync">The way to their desks.</param>
    /// <param name="isSet">Whether the settings name any desk, be it one that only sends webhooks.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="ct">Cancels the looking.</param>
    public static async Task<(PartHealth Desk, PartHealth LastSync)> OfAsync(EachTenant tenants, ISyncDesk sync, bool isSet, TimeProvider clock, CancellationToken ct)
    {
        var links = new List<DeskLink>();
        var streams = new List<SyncCursor>();
        await tenants.RunAsync<SupportDbContext>(async (db, tenantId, token) =>
        {
            if (await sync.LinkAsync(tenantId, token) is not { } link) return;
            links.Add(link);
            streams.AddRange(await db.SyncCursors.AsNoTracking().ToListAsync(token));
        }, ct);
        return (Desk(links, streams, isSet), LastSync(links, streams, clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>What may be said of a failure: the ways out name endpoints and statuses alone, of other exceptions only their kind is told.</summary>
    public static string InWords(Exception thrown) => thrown.GetType().Namespace?.StartsWith("SupportCopilot.Zendesk", StringComparison.Ordinal) is true ? thrown.Message : thrown.GetType().Name;

    private static PartHealth Desk(List<DeskLink> links, List<SyncCursor> streams, bool isSet)
    {
        if (links.Count == 0) return isSet ? new("ok", "A desk is set.") : new("notConnected", "No desk is set; tickets come from files and the demo.");
        var warnings = links.Select(link => link.Warning).OfType<string>().Distinct();
        var failing = streams.Where(s => s.FailingSince is not null).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Stream} fails since {s.FailingSince:yyyy-MM-dd HH:mm} UTC ({s.Trouble})"));
        var detail = string.Join(" ", [links.Count == 1 ? "A desk is connected." : $"{links.Count} desks are connected.", .. warnings, .. failing.Select(f => f + ".")]);
        return new(streams.Any(s => s.FailingSince is not null) ? "degraded" : "ok", detail);
    }

    private static PartHealth LastSync(List<DeskLink> links, List<SyncCursor> streams, DateTime now)
    {
        if (links.Count == 0) return new("notConnected", "Nothing to synchronise with.");
        var needed = streams.Where(s => s.Stream.EndsWith("/tickets", StringComparison.Ordinal) || s.Stream.EndsWith("/events", StringComparison.Ordinal)).ToList();
        if (needed.Count == 0 || needed.Any(s => s.ReadTo is null)) return new("degraded", "Not read yet.");
        if (needed.FirstOrDefault(s => s.EndedAt is null) is { } under)
            return new("ok", string.Create(CultureInfo.InvariantCulture, $"The first reading goes on: {needed.Where(s => s.Expected is not null).Sum(s => s.Rows):N0}{(needed.Sum(s => s.Expected) is > 0 and var all ? $" of about {all:N0}" : "")} tickets, up to {under.ReadTo:yyyy-MM-dd HH:mm} UTC."));

        var (readTo, last) = (needed.Min(s => s.ReadTo)!.Value, needed.Min(s => s.UpdatedAt));
        var lag = now - readTo;
        var detail = string.Create(CultureInfo.InvariantCulture, $"Read up to {readTo:yyyy-MM-dd HH:mm:ss} UTC, {Math.Max(0, lag.TotalSeconds):N0} s behind; last at {last:yyyy-MM-dd HH:mm:ss} UTC.");
        return new(lag > LongLag ? "degraded" : "ok", detail);
    }
}
