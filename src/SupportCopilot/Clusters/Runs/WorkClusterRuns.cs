using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Finding;
using SupportCopilot.Knowledge;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters.Runs;

/// <summary>Works the searches for clusters that were asked for, and asks for one where it is time. One process at a time: a lease settles which.</summary>
public sealed partial class WorkClusterRuns(
    SupportDbContext db, IServiceScopeFactory scopes, Leases leases, FindClusters find, RequestClusterRun request, ISearchIndex index, CurrentTenant tenant, TimeProvider clock, ILogger<WorkClusterRuns> log)
{
    // Longer than the longest step between two renewals: describing the clusters of a large desk for the first time.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(10);   // while a file of a million tickets comes in, say
    private const double ManyNew = 0.1;     // of the tickets looked at before
    private const int FewestNew = 50;
    private const int Doubled = 2;          // then what was found is of another time, as with the index

    /// <summary>Works whatever waits.</summary>
    /// <param name="progress">Told the share of the present search that is done, 0–1.</param>
    /// <param name="ct">Stops; the search stays to be done.</param>
    /// <returns>Whether the work was ours; false when another process is at it.</returns>
    public async Task<bool> RunAsync(IProgress<double>? progress, CancellationToken ct)
    {
        if (!await db.ClusterRuns.AnyAsync(r => r.Status == ClusterRunStatus.Queued || r.Status == ClusterRunStatus.Running, ct)) return true;
        await using var hold = await leases.TryTakeAsync($"clusters/{tenant.Id}", LeaseTime, ct);
        if (hold is null) return false;

        // One that is said to be running is not, as the lease was free: its process is no more.
        while (await db.ClusterRuns.AsNoTracking().Where(r => r.Status == ClusterRunStatus.Running || r.Status == ClusterRunStatus.Queued)
            .OrderBy(r => r.Id).FirstOrDefaultAsync(ct) is { } run) await WorkAsync(run, hold, progress, ct);
        return true;
    }

    /// <summary>Asks for a search where one is due: there has been none, a day is over, or many tickets have come.</summary>
    public async Task AskIfDueAsync(CancellationToken ct)
    {
        var state = await index.StateAsync(tenant.Id, ct);
        if (state.BuiltAt is null) return;
        var last = await db.ClusterRuns.AsNoTracking().OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        if (last is null || IsDue(last, state.Tickets)) await request.RunAsync(anew: false, ct);
    }

    private bool IsDue(ClusterRun last, long tickets)
    {
        if (last.FinishedAt is not { } finished) return false;   // it waits, or is being worked on
        var since = clock.GetUtcNow().UtcDateTime - finished;
        var fresh = Math.Min(tickets, ReadVectors.MostTickets) - last.Tickets;
        return since >= Daily || (since >= AtMostEvery && fresh >= Math.Max(FewestNew, ManyNew * last.Tickets));
    }

    private async Task WorkAsync(ClusterRun waiting, LeaseHold hold, IProgress<double>? progress, CancellationToken ct)
    {
        var anew = waiting.IsAnew || await HasDoubledAsync(ct);
        await ChangeAsync(waiting.Id, hold, run => (run.Status, run.StartedAt, run.IsAnew, run.Progress) = (ClusterRunStatus.Running, Now, anew, 0), ct);
        try
        {
            var found = await new RunProgress(scopes, tenant.Id, waiting.Id, progress).WhileAsync(told => find.RunAsync(hold, anew, told, ct), ct);
            await ChangeAsync(waiting.Id, hold, run =>
            {
                (run.Status, run.FinishedAt, run.Progress) = (ClusterRunStatus.Completed, Now, 1);
                (run.Tickets, run.Clusters, run.Found, run.Merged, run.Gone) = (found.Tickets, found.Clusters, found.Found, found.Merged, found.Gone);
            }, ct);
            LogFound(tenant.Id, found.Clusters, found.Tickets, found.Found, found.Merged, found.Gone);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or LeaseLostException))
        {
            // It would fail again at once; the next one is asked for within a day.
            await ChangeAsync(waiting.Id, hold, run => (run.Status, run.FinishedAt) = (ClusterRunStatus.Failed, Now), CancellationToken.None);
            throw;
        }
    }

    /// <summary>Whether there are twice the tickets that were looked at when clusters were last found anew.</summary>
    private async Task<bool> HasDoubledAsync(CancellationToken ct)
    {
        var anew = await db.ClusterRuns.AsNoTracking().Where(r => r.IsAnew && r.Status == ClusterRunStatus.Completed && r.Tickets > 0).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        if (anew is null) return true;   // the first search
        return Math.Min((await index.StateAsync(tenant.Id, ct)).Tickets, ReadVectors.MostTickets) >= Doubled * anew.Tickets;
    }

    private async Task ChangeAsync(long id, LeaseHold hold, Action<ClusterRun> change, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var run = await db.ClusterRuns.SingleAsync(r => r.Id == id, ct);
        change(run);
        run.Version++;
        await hold.SaveAsync(db, ct);
        db.ChangeTracker.Clear();
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [LoggerMessage(Level = LogLevel.Information, Message = "Tenant {TenantId} has {Clusters} clusters in {Tickets} tickets: {Found} new, {Merged} merged, {Gone} gone")]
    private partial void LogFound(int tenantId, int clusters, int tickets, int found, int merged, int gone);
}
