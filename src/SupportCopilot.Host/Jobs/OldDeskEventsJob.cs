using Quartz;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the removal of webhook events that will not come again.</summary>
internal sealed class OldDeskEventsJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<RemoveOldDeskEvents>((removal, _, ct) => removal.RunAsync(ct), cancellationToken);
}
