using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Showing;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters;

/// <summary>Finds the clusters that many tickets came into, for a digest: in the caller's sight, which for a job is the whole tenant.</summary>
public sealed class GrowingClusters(SupportDbContext db, CurrentCaller caller)
{
    /// <summary>The clusters that got more tickets in a period than in the one before, by how many more.</summary>
    /// <param name="before">Where the period before begins (UTC), inclusive: a week in which clocks change has an hour more or less than the next.</param>
    /// <param name="from">Where the period begins (UTC), inclusive.</param>
    /// <param name="to">Where it ends (UTC), exclusive.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<ClusterGrowth>> RunAsync(DateTime before, DateTime from, DateTime to, int limit, CancellationToken ct)
    {
        var counts = await db.Living().Where(m => m.CreatedAt >= before && m.CreatedAt < to).GroupBy(m => m.ClusterId).Select(g => new
        {
            Id = g.Key,
            New = g.Sum(m => m.CreatedAt >= from ? 1 : 0),
            Before = g.Sum(m => m.CreatedAt < from ? 1 : 0),
        }).Where(c => c.New > c.Before).OrderByDescending(c => c.New - c.Before).ThenBy(c => c.Id).ToListAsync(ct);

        var growing = new List<ClusterGrowth>();
        foreach (var count in counts)
        {
            if (growing.Count == limit) break;
            var cluster = await db.Clusters.AsNoTracking().VisibleTo(caller, db).SingleOrDefaultAsync(c => c.Id == count.Id && c.State != ClusterState.Gone, ct);
            if (cluster is not null) growing.Add(new(cluster.Id, cluster.Name, cluster.Size, count.New, count.Before));
        }
        return growing;
    }
}

/// <summary>How a cluster grew.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Size">How many tickets it holds.</param>
/// <param name="New">How many of them were created in the period.</param>
/// <param name="NewBefore">How many in the period before.</param>
public sealed record ClusterGrowth(long Id, string Name, int Size, int New, int NewBefore);
