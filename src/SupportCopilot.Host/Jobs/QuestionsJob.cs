using Quartz;
using SupportCopilot.Questions.Background;

namespace SupportCopilot.Host.Jobs;

/// <summary>Finds questions that no process works on any more, and messages that do not show their end yet.</summary>
internal sealed class QuestionsJob(EachTenant tenants, IBackgroundWorkers workers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<WorkInvestigations>(async (work, tenantId, ct) =>
        {
            if (await work.IsOwedAsync(ct)) workers.Wake(tenantId);
        }, cancellationToken);
}
