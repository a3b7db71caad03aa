using Quartz;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the work of every tenant, one after the other.</summary>
internal sealed class WorkOffJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<WorkOff>((work, tenantId, ct) => work.RunAsync(tenantId, null, ct), cancellationToken);
}
