using Quartz;
using SupportCopilot.Teams.Turns;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the finishing of turns whose process died, and the removal of old ones.</summary>
internal sealed class UnfinishedTurnsJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<FinishTurns>((turns, _, ct) => turns.RunAsync(ct), cancellationToken);
}
