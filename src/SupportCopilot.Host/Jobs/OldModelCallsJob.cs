using Quartz;
using SupportCopilot.Models.Ledger;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the summing up of old calls to models.</summary>
internal sealed class OldModelCallsJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<SumUpOldCalls>((sums, _, ct) => sums.RunAsync(ct), cancellationToken);
}
