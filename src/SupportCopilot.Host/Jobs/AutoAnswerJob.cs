using Quartz;
using SupportCopilot.Replies.AutoAnswers;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the answering of new tickets by themselves, where a tenant lets it.</summary>
internal sealed class AutoAnswerJob(EachTenant tenants, Leases leases) : IJob
{
    // Longer than one round of tickets takes.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<AnswerByItself>(async (answer, tenantId, ct) =>
        {
            await using var lease = await leases.TryTakeAsync($"auto-answers/{tenantId}", LeaseTime, ct);
            if (lease is not null) await answer.RunAsync(ct);
        }, cancellationToken);
}
