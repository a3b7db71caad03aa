using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Endpoints;

/// <summary>What the webhooks of all tenants say of themselves: when the last one came, how many wait, and how many fail.</summary>
internal static class DeskEventHealth
{
    public static async Task<PartHealth> OfAsync(EachTenant tenants, CancellationToken ct)
    {
        var (waiting, failing) = (0, 0);
        string? why = null;
        DateTime? last = null, since = null;
        await tenants.RunAsync<SupportDbContext>(async (db, _, token) =>
        {
            waiting += await db.DeskEvents.CountAsync(e => e.WorkedAt == null && e.Attempts == 0, token);
            failing += await db.DeskEvents.CountAsync(e => e.WorkedAt == null && e.Attempts > 0, token);
            var newest = await db.DeskEvents.AsNoTracking().OrderByDescending(e => e.Id).FirstOrDefaultAsync(token);
            if (newest?.ReceivedAt > (last ?? DateTime.MinValue)) last = newest.ReceivedAt;
            var stuck = await db.DeskEvents.AsNoTracking().Where(e => e.WorkedAt == null && e.Attempts > 0).OrderBy(e => e.Id).FirstOrDefaultAsync(token);
            if (stuck?.ReceivedAt < (since ?? DateTime.MaxValue)) (since, why) = (stuck.ReceivedAt, stuck.Error);
        }, ct);

        if (last is not { } at) return new("ok", "None has come yet.");
        var trouble = failing == 0 ? "none fails" : string.Create(CultureInfo.InvariantCulture, $"{failing} fail and are tried again, the first since {since:yyyy-MM-dd HH:mm} UTC ({why})");
        return new("ok", string.Create(CultureInfo.InvariantCulture, $"The last one came {at:yyyy-MM-dd HH:mm} UTC; {waiting} wait; {trouble}."));
    }
}
