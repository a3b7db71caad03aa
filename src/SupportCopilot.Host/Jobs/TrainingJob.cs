using Quartz;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the training of every tenant's classifiers, where labels have come since.</summary>
internal sealed class TrainingJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<TrainClassifiers>(async (training, _, ct) =>
        {
            if (await training.IsDueAsync(ct)) await training.RunAsync(ct);
        }, cancellationToken);
}
