using Quartz;
using SupportCopilot.Reports.Sending;

namespace SupportCopilot.Host.Jobs;

/// <summary>Posts the saved reports of every tenant that are due.</summary>
internal sealed class ReportsJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<PostDueReports>((reports, _, ct) => reports.RunAsync(ct), cancellationToken);
}
