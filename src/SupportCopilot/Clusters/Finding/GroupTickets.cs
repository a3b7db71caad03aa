using SupportCopilot.Learning.Clustering;

namespace SupportCopilot.Clusters.Finding;

/// <summary>Groups tickets by their vectors, starting from the clusters that are known. Numbers only; nothing is stored here.</summary>
internal static class GroupTickets
{
    /// <param name="tickets">The tickets with their vectors.</param>
    /// <param name="known">The clusters as they are stored.</param>
    /// <param name="anew">Whether only clusters that a person had a hand in keep their tickets, and all others are found anew.</param>
    /// <param name="progress">Told the share that is done, 0–1.</param>
    /// <param name="ct">Stops the work.</param>
    public static IReadOnlyList<GroupedCluster> Run(
        TicketVectors tickets, KnownClusters known, bool anew, IProgress<double>? progress, CancellationToken ct)
    {
        var vectors = tickets.Vectors;
        var rows = tickets.Ids.Index().ToDictionary(id => id.Item, id => id.Index);

        var regroup = new Regroup(vectors, tickets.Labels, FindGroups.Cut);
        foreach (var cluster in known.All.Where(cluster => Keeps(cluster, known, anew)))
            regroup.Know(new TicketGroup(vectors.Dimensions, cluster.Id, cluster.IsSettled), known.TicketsOf(cluster.Id).Where(rows.ContainsKey).Select(ticket => rows[ticket]));
        var groups = regroup.Run(progress, ct);
        if (anew) TakeOverIds(groups, known, tickets.Ids);

        return [.. groups.Select(group => new GroupedCluster(
            group.ClusterId,
            [.. group.Rows.Select(row => new GroupedTicket(tickets.Ids[row], group.Likeness(vectors[row]))).OrderByDescending(t => t.Likeness).ThenBy(t => t.Id)],
            group.Absorbed))];
    }

    // One that lost so many tickets that it is no recurring problem any more lets the rest go, unless a person had a hand in it.
    private static bool Keeps(KnownCluster cluster, KnownClusters known, bool anew) =>
        cluster.IsSettled || (!anew && known.TicketsOf(cluster.Id).Count() >= Regroup.LeastSize);

    /// <summary>Gives new groups the ids of the old clusters whose tickets they hold most of, the largest overlap first.</summary>
    private static void TakeOverIds(IReadOnlyList<TicketGroup> groups, KnownClusters known, IReadOnlyList<long> tickets)
    {
        const double most = 0.5;   // of the old cluster's tickets: with less it is another cluster
        var open = known.All.Where(cluster => !cluster.IsSettled).Select(cluster => cluster.Id).ToHashSet();
        var overlaps = groups.Where(group => group.ClusterId is null).SelectMany(group => group.Rows
            .Select(row => known.MemberOf(tickets[row])?.ClusterId).OfType<long>().Where(open.Contains).CountBy(id => id)
            .Select(shared => (Group: group, Id: shared.Key, Shared: shared.Value)));
        foreach (var (group, id, shared) in overlaps.OrderByDescending(o => o.Shared).ThenBy(o => o.Id).ToList())
            if (group.ClusterId is null && shared >= most * known.TicketsOf(id).Count() && open.Remove(id)) group.ClusterId = id;
    }
}

/// <summary>A cluster as a search found it.</summary>
/// <param name="ClusterId">The known cluster it is; null for a new one.</param>
/// <param name="Tickets">Its tickets that have a vector, the most central first.</param>
/// <param name="Absorbed">The known clusters that went into it.</param>
internal sealed record GroupedCluster(long? ClusterId, IReadOnlyList<GroupedTicket> Tickets, IReadOnlyList<long> Absorbed);

/// <summary>A ticket in a cluster.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Likeness">Cosine to the cluster's middle, −1 to 1.</param>
internal readonly record struct GroupedTicket(long Id, double Likeness);
