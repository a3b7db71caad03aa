using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Jobs;

/// <summary>Does a piece of work for every tenant, one after the other, each in a scope of its own.</summary>
internal sealed class EachTenant(IServiceScopeFactory scopes)
{
    public async Task RunAsync<TWork>(Func<TWork, int, CancellationToken, Task> work, CancellationToken ct) where TWork : notnull
    {
        foreach (var tenantId in await TenantsAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
            await work(scope.ServiceProvider.GetRequiredService<TWork>(), tenantId, ct);
        }
    }

    private async Task<List<int>> TenantsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SupportDbContext>().Tenants.Select(tenant => tenant.Id).ToListAsync(ct);
    }
}
