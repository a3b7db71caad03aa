using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Storage;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>
/// Says which tenant is connected to what: the tenant <c>default</c> by the settings, and any by what an admin stored. Cheap
/// to ask: what was read is taken for a few seconds, so that a change reaches every server within them.
/// </summary>
internal sealed class DeskConnections(SettingsDesk settings, StoredDesks stored, IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan TakenFor = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<int, Known> _known = new();

    /// <summary>What a tenant is connected to; null where it is to nothing, or may not be.</summary>
    public async ValueTask<ConnectedDesk?> OfAsync(int tenantId, CancellationToken ct) => (await KnownAsync(tenantId, ct)).Desk;

    /// <summary>Why the tenant's connection is not used, in words for its admin; null where nothing stands against it.</summary>
    public async ValueTask<string?> RefusalOfAsync(int tenantId, CancellationToken ct) => (await KnownAsync(tenantId, ct)).Refusal;

    /// <summary>All tenants that are connected to something.</summary>
    public async ValueTask<IReadOnlyList<ConnectedDesk>> AllAsync(CancellationToken ct)
    {
        await settings.TenantIdAsync(ct);   // founds the tenant of the settings where it is not there yet
        var connected = new List<ConnectedDesk>();
        foreach (var tenantId in await TenantsAsync(ct))
            if (await OfAsync(tenantId, ct) is { } desk) connected.Add(desk);
        return connected;
    }

    /// <summary>Drops what is known of a tenant, after a change.</summary>
    public void Forget(int tenantId) => _known.TryRemove(tenantId, out _);

    private async ValueTask<Known> KnownAsync(int tenantId, CancellationToken ct)
    {
        if (_known.TryGetValue(tenantId, out var known) && clock.GetElapsedTime(known.ReadAt) < TakenFor) return known;
        var readAt = clock.GetTimestamp();
        var ofSettings = await settings.TenantIdAsync(ct) == tenantId ? settings.Desk(tenantId) : null;
        var (desk, refusal) = await stored.ReadAsync(tenantId, ofSettings, ct);
        return _known[tenantId] = new(desk, refusal, readAt);
    }

    private async Task<List<int>> TenantsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SupportDbContext>().Tenants.Select(tenant => tenant.Id).ToListAsync(ct);
    }

    private sealed record Known(ConnectedDesk? Desk, string? Refusal, long ReadAt);
}
