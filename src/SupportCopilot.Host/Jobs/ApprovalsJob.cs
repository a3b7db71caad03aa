using Quartz;
using SupportCopilot.Clusters.Approvals;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the asking of product owners about undecided clusters.</summary>
internal sealed class ApprovalsJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<AskProductOwners>((owners, tenantId, ct) => owners.RunAsync(tenantId, ct), cancellationToken);
}
