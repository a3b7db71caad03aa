namespace SupportCopilot.Clusters.Finding;

/// <summary>What has to be written after a search besides the clusters found: which tickets leave, which clusters end.</summary>
internal sealed class StoringPlan
{
    private readonly Dictionary<long, int> _elsewhere;   // by cluster: its tickets that the search did not look at

    private StoringPlan(Dictionary<long, int> elsewhere, IReadOnlyList<long> released, IReadOnlyList<(long, GroupedCluster?)> ended) =>
        (_elsewhere, Released, Ended) = (elsewhere, released, ended);

    /// <summary>Tickets that are in no cluster any more.</summary>
    public IReadOnlyList<long> Released { get; }

    /// <summary>Known clusters that are no more, each with the one that holds most of its tickets now, if one holds half of them.</summary>
    public IReadOnlyList<(long Cluster, GroupedCluster? Heir)> Ended { get; }

    /// <summary>How many tickets a cluster has that the search did not look at.</summary>
    public int ElsewhereOf(GroupedCluster group) => group.ClusterId is { } id ? _elsewhere.GetValueOrDefault(id) : 0;

    /// <param name="found">The clusters found.</param>
    /// <param name="known">What was stored before.</param>
    /// <param name="lookedAt">The tickets that the search looked at.</param>
    public static StoringPlan Of(IReadOnlyList<GroupedCluster> found, KnownClusters known, HashSet<long> lookedAt)
    {
        var groupOf = found.SelectMany(group => group.Tickets.Select(ticket => (ticket.Id, group))).ToDictionary(place => place.Id, place => place.group);
        var stays = found.Select(group => group.ClusterId).OfType<long>().ToHashSet();
        var (elsewhere, released, ended) = (new Dictionary<long, int>(), new List<long>(known.Deleted), new List<(long, GroupedCluster?)>());
        foreach (var cluster in known.All)
        {
            var tickets = known.TicketsOf(cluster.Id).ToList();
            var unplaced = tickets.Where(ticket => !groupOf.ContainsKey(ticket)).ToList();
            if (stays.Contains(cluster.Id))
            {
                released.AddRange(unplaced.Where(lookedAt.Contains));
                elsewhere[cluster.Id] = unplaced.Count(ticket => !lookedAt.Contains(ticket));
                continue;
            }
            released.AddRange(unplaced);
            var heir = found.FirstOrDefault(group => group.Absorbed.Contains(cluster.Id))
                ?? tickets.Where(groupOf.ContainsKey).CountBy(ticket => groupOf[ticket]).Where(place => 2 * place.Value >= tickets.Count).OrderByDescending(place => place.Value).FirstOrDefault().Key;
            ended.Add((cluster.Id, heir));
        }
        return new StoringPlan(elsewhere, released, ended);
    }
}
