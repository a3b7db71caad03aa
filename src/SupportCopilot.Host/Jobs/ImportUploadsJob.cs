using Quartz;
using SupportCopilot.Tickets.Importing;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the removal of uploads whose time is over.</summary>
internal sealed class ImportUploadsJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<RemoveOldUploads>((uploads, _, ct) => uploads.RunAsync(ct), cancellationToken);
}
