using Quartz;
using SupportCopilot.Reports.Alerts;

namespace SupportCopilot.Host.Jobs;

/// <summary>Looks at the alerts of every tenant.</summary>
internal sealed class AlertsJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<CheckAlerts>((alerts, _, ct) => alerts.RunAsync(ct), cancellationToken);
}
