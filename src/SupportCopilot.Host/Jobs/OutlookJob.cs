using Quartz;
using SupportCopilot.Replies.Outlook;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the learning of what every tenant's done tickets tell of its open ones, where there is news.</summary>
internal sealed class OutlookJob(EachTenant tenants, Leases leases) : IJob
{
    // Longer than learning from the most tickets takes.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<LearnOutlook>(async (learn, tenantId, ct) =>
        {
            if (!await learn.IsDueAsync(ct)) return;
            await using var lease = await leases.TryTakeAsync($"outlook/{tenantId}", LeaseTime, ct);
            if (lease is not null) await learn.RunAsync(ct);
        }, cancellationToken);
}
