using Quartz;
using SupportCopilot.Storage;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the training of every tenant's classifiers, where labels have come since.</summary>
internal sealed class TrainingJob(EachTenant tenants, Leases leases) : IJob
{
    // Longer than training on the most examples takes.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<TrainClassifiers>(async (training, tenantId, ct) =>
        {
            await using var lease = await leases.TryTakeAsync($"training/{tenantId}", LeaseTime, ct);
            if (lease is not null && await training.IsDueAsync(ct)) await training.RunAsync(ct);
        }, cancellationToken);
}
