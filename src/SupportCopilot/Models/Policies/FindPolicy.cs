using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Policies;

/// <summary>Finds what tenants allow. It is read anew every few seconds, so that what an admin forbids holds in every process soon, and in this one at once.</summary>
internal sealed class FindPolicy(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, (ModelPolicy Policy, long At)> _known = new();

    /// <summary>The tenant's policy; everything is allowed where none is set.</summary>
    public async ValueTask<ModelPolicy> RunAsync(int tenantId, CancellationToken ct)
    {
        if (_known.TryGetValue(tenantId, out var known) && clock.GetElapsedTime(known.At) < Fresh) return known.Policy;

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var policy = await scope.ServiceProvider.GetRequiredService<SupportDbContext>().ModelPolicies.AsNoTracking().SingleOrDefaultAsync(ct) ?? new ModelPolicy();
        _known[tenantId] = (policy, clock.GetTimestamp());
        return policy;
    }

    /// <summary>Forgets what it knew of a tenant whose policy has just changed.</summary>
    public void Forget(int tenantId) => _known.TryRemove(tenantId, out _);
}
