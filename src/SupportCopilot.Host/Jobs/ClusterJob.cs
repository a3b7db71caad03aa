using Quartz;
using SupportCopilot.Clusters.Runs;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the searches for clusters: those that were asked for, and one of its own each day or when many tickets have come.</summary>
internal sealed class ClusterJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<WorkClusterRuns>(async (runs, _, ct) =>
        {
            await runs.AskIfDueAsync(ct);
            await runs.RunAsync(null, ct);
        }, cancellationToken);
}
