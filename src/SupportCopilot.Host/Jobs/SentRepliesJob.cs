using Quartz;
using SupportCopilot.Replies.Sent;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the measuring of suggested replies against what agents sent.</summary>
internal sealed class SentRepliesJob(EachTenant tenants, Leases leases) : IJob
{
    // Longer than one batch takes.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<MeasureSent>(async (measure, tenantId, ct) =>
        {
            await using var lease = await leases.TryTakeAsync($"sent-replies/{tenantId}", LeaseTime, ct);
            if (lease is null) return;
            while (await measure.RunAsync(ct) > 0) await lease.RenewAsync(ct);
        }, cancellationToken);
}
