using Quartz;
using SupportCopilot.Reports;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the digests of every tenant.</summary>
internal sealed class DigestJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<PostDueDigests>((digests, _, ct) => digests.RunAsync(ct), cancellationToken);
}
