using Quartz;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the working off of what webhooks told.</summary>
internal sealed class DeskEventsJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<WorkDeskEvents>((work, tenantId, ct) => work.RunAsync(tenantId, ct), cancellationToken);
}
