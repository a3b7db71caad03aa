using Quartz;
using SupportCopilot.Tickets.Importing;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the imports that were queued, and those that a restart interrupted.</summary>
internal sealed class ImportQueueJob(EachTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tenants.RunAsync<RunQueuedImports>((imports, tenantId, ct) => imports.RunAsync(tenantId, ct), cancellationToken);
}
