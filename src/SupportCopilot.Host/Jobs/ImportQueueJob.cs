using Quartz;
using SupportCopilot.Tickets.Importing;

namespace SupportCopilot.Host.Jobs;

/// <summary>Ticks the imports that were queued, and those that a restart interrupted.</summary>
internal sealed class ImportQueueJob(EachTenant tenants, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        try
        {
            await tenants.RunAsync<RunQueuedImports>((imports, tenantId, ct) => imports.RunAsync(tenantId, ct), stop.Token);
        }
        catch (OperationCanceledException) when (host.ApplicationStopping.IsCancellationRequested)
        {
            // The run stays as it is, and the next start takes it up.
        }
    }
}
