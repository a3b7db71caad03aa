using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Showing;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters;

/// <summary>Finds what waits for a product owner: undecided clusters with a proposed resolution, in the caller's sight.</summary>
public sealed class ClustersToDecide(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    private const int Looked = 100;   // the largest; a small one that grows fast is among them a week later

    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Those with the most new tickets in the last seven days first, then the largest.</returns>
    public async Task<IReadOnlyList<ClusterDetail>> RunAsync(int limit, CancellationToken ct)
    {
        var waiting = await db.Clusters.AsNoTracking().VisibleTo(caller, db)
            .Where(c => c.State == ClusterState.Proposed && c.Resolution != null)
            .OrderByDescending(c => c.Size).ThenBy(c => c.Id).Take(Looked).ToListAsync(ct);
        var counted = await db.WithCountsAsync(waiting, clock.GetUtcNow().UtcDateTime, ct);
        return [.. counted.OrderByDescending(c => c.NewThisWeek).ThenByDescending(c => c.Size).ThenBy(c => c.Id).Take(limit)];
    }
}
