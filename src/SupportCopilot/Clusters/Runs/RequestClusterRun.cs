using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters.Runs;

/// <summary>Asks for a search for clusters. One that waits already serves everybody who asks.</summary>
public sealed class RequestClusterRun(SupportDbContext db, CurrentCaller caller, AuditLog audit, TimeProvider clock)
{
    /// <param name="anew">Whether to look at all tickets anew, but for clusters that a person had a hand in.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The run that waits now.</returns>
    public async Task<ClusterRun> RunAsync(bool anew, CancellationToken ct)
    {
        if (await db.ClusterRuns.AsNoTracking().Where(r => r.Status == ClusterRunStatus.Queued && (r.IsAnew || !anew)).OrderBy(r => r.Id).FirstOrDefaultAsync(ct) is { } waiting) return waiting;

        var run = db.ClusterRuns.Add(new ClusterRun { IsAnew = anew, RequestedBy = caller.Value?.PersonId, RequestedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        if (caller.Value is not null) audit.Add("clusters.run", "clusters");
        await db.SaveChangesAsync(ct);
        return run;
    }

    /// <returns>One run; null when there is none of that number.</returns>
    public Task<ClusterRun?> FindAsync(long id, CancellationToken ct) => db.ClusterRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
}
