using Quartz;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Host.Jobs;

/// <summary>Reads from every connected desk what changed. What fails is thrown at the end, so that the scheduler and its log see it.</summary>
internal sealed partial class SyncJob(EachTenant tenants, ILogger<SyncJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await tenants.RunSideBySideAsync<ISyncDesk>(RunAsync, cancellationToken);

    /// <summary>Reads one tenant's desk.</summary>
    public async Task RunAsync(ISyncDesk sync, int tenantId, CancellationToken ct)
    {
        SyncOutcome outcome;
        try
        {
            outcome = await sync.RunAsync(tenantId, SyncExtent.WhatIsDue, null, ct);
        }
        catch (LeaseLostException)
        {
            TakenOver(logger, tenantId);   // the other process reads on; nothing is lost, and nothing was written twice
            return;
        }

        if (outcome.End is SyncEnd.Busy) Busy(logger, tenantId);
        if (outcome.End is SyncEnd.Refused) Refused(logger, tenantId, outcome.Reason!);
        foreach (var stream in outcome.Streams.Where(s => s.Rows > 0)) Read(logger, tenantId, stream.Name, stream.Rows, stream.Tickets.Created, stream.Tickets.Updated, stream.Comments, stream.Deleted);
        var failures = outcome.Streams.Select(s => s.Failure).OfType<Exception>().ToList();
        if (failures.Count > 0) throw new AggregateException($"Of tenant {tenantId}'s desk {string.Join(", ", outcome.Streams.Where(s => s.Failure is not null).Select(s => s.Name))} could not be read.", failures);
    }

    [LoggerMessage(LogLevel.Information, "Tenant {TenantId}, {Stream}: {Rows} rows; {Created} tickets are new, {Updated} changed, {Comments} comments, {Deleted} deleted")]
    private static partial void Read(ILogger logger, int tenantId, string stream, long rows, int created, int updated, int comments, int deleted);

    [LoggerMessage(LogLevel.Information, "The desk of tenant {TenantId} is being read already")]
    private static partial void Busy(ILogger logger, int tenantId);

    [LoggerMessage(LogLevel.Warning, "Another process has taken over reading the desk of tenant {TenantId}")]
    private static partial void TakenOver(ILogger logger, int tenantId);

    [LoggerMessage(LogLevel.Warning, "The desk of tenant {TenantId} is not read: {Reason}")]
    private static partial void Refused(ILogger logger, int tenantId, string reason);
}
