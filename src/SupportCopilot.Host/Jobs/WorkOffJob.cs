using Microsoft.EntityFrameworkCore;
using Quartz;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the work of every tenant, one after the other.</summary>
internal sealed class WorkOffJob(IServiceScopeFactory scopes) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var tenantId in await TenantsAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
            await scope.ServiceProvider.GetRequiredService<WorkOff>().RunAsync(tenantId, cancellationToken);
        }
    }

    private async Task<List<int>> TenantsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SupportDbContext>().Tenants.Select(t => t.Id).ToListAsync(ct);
    }
}
