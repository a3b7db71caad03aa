using Quartz;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the work of every tenant; it goes on beside the ticks and that of the others.</summary>
internal sealed class WorkOffJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<TenantsAtWork>((atWork, tenantId, ct) => atWork.TickAsync(tenantId, ct), cancellationToken);
}
