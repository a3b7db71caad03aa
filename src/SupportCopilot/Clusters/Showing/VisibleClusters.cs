using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Clusters.Showing;

/// <summary>
/// Which clusters a caller may see. Name, words and resolution of a cluster are made of all its tickets, so one who may not
/// see every one of them sees nothing of it: not a smaller cluster, whose name would tell what others wrote.
/// </summary>
internal static class VisibleClusters
{
    /// <summary>Any of these sees clusters; only a product owner decides.</summary>
    public const Role Seeing = Role.Agent | Role.Analyst | Role.Sme | Role.ProductOwner;

    /// <summary>The clusters in the caller's sight; a job sees all of the tenant's.</summary>
    public static IQueryable<Cluster> VisibleTo(this IQueryable<Cluster> clusters, CurrentCaller caller, SupportDbContext db)
    {
        if (caller.Value is { } person && !person.Has(Seeing)) return clusters.Where(_ => false);
        if (caller.Visibility.IsEverything) return clusters;
        var inSight = db.Tickets.VisibleTo(caller.Visibility).Select(t => t.Id);
        return clusters.Where(c =>
            db.ClusterMembers.Any(m => m.ClusterId == c.Id) && !db.ClusterMembers.Any(m => m.ClusterId == c.Id && !inSight.Contains(m.TicketId)));
    }
}
