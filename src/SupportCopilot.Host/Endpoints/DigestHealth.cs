using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Reports;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Endpoints;

/// <summary>What the digests of all tenants say of themselves: when the last one arrived, and how many wait for a person's word.</summary>
internal static class DigestHealth
{
    public static async Task<PartHealth> OfAsync(EachTenant tenants, CancellationToken ct)
    {
        var digests = 0;
        var unsettled = 0;
        DateTime? last = null;
        await tenants.RunAsync<SupportDbContext>(async (db, _, token) =>
        {
            digests += await db.Digests.CountAsync(d => d.IsOn, token);
            unsettled += await db.Effects.CountAsync(e => (e.State == EffectState.Unconfirmed || e.State == EffectState.Refused) && e.Target.StartsWith(PostOnce.Targets), token);
            var posted = await db.Effects.Where(e => e.State == EffectState.Done && e.Intent.StartsWith(DigestIntent.Prefix)).MaxAsync(e => (DateTime?)e.UpdatedAt, token);
            if (posted > (last ?? DateTime.MinValue)) last = posted;
        }, ct);

        if (digests == 0 && unsettled == 0) return new("ok", "No digest is set up.");
        var arrived = last is { } at ? string.Create(CultureInfo.InvariantCulture, $"the last one arrived {at:yyyy-MM-dd HH:mm} UTC") : "none has arrived yet";
        return new("ok", $"{digests} set up; {arrived}; {unsettled} unconfirmed or refused{(unsettled > 0 ? " (GET /api/effects?state=unconfirmed, and refused)" : "")}.");
    }
}
