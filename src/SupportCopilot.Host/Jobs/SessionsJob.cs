using Quartz;
using SupportCopilot.Access.Sessions;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the removal of sessions whose time is over.</summary>
internal sealed class SessionsJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<RemoveOldSessions>((sessions, _, ct) => sessions.RunAsync(ct), cancellationToken);
}
