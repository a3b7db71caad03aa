using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Clusters.Finding;

/// <summary>The clusters as they are stored, before a search.</summary>
internal sealed class KnownClusters
{
    private readonly Dictionary<long, Member> _members;   // by ticket
    private readonly ILookup<long, long> _ticketsOf;      // by cluster

    private KnownClusters(IReadOnlyList<KnownCluster> clusters, IEnumerable<Member> members)
    {
        _members = members.ToDictionary(m => m.TicketId);
        _ticketsOf = _members.Values.ToLookup(m => m.ClusterId, m => m.TicketId);
        All = clusters;
    }

    /// <summary>All but those that are gone.</summary>
    public IReadOnlyList<KnownCluster> All { get; }

    /// <summary>Those that a person had a hand in.</summary>
    public HashSet<long> Settled => [.. All.Where(cluster => cluster.IsSettled).Select(cluster => cluster.Id)];

    /// <summary>A ticket's place; null where it has none.</summary>
    public Member? MemberOf(long ticket) => _members.GetValueOrDefault(ticket);

    /// <summary>The tickets of a cluster that are still there.</summary>
    public IEnumerable<long> TicketsOf(long cluster) => _ticketsOf[cluster];

    /// <summary>Tickets that were deleted since they came in.</summary>
    public IReadOnlyList<long> Deleted { get; private init; } = [];

    public static async Task<KnownClusters> ReadAsync(SupportDbContext db, CancellationToken ct)
    {
        var clusters = await db.Clusters.AsNoTracking().Where(c => c.State != ClusterState.Gone).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.State, c.Size, c.DescribedSize, c.IsNamedByPerson, c.IsResolutionByPerson }).ToListAsync(ct);
        var deleted = await db.ClusterMembers.Where(m => db.Tickets.Any(t => t.Id == m.TicketId && t.Status == TicketStatus.Deleted)).Select(m => m.TicketId).ToListAsync(ct);
        var gone = deleted.ToHashSet();
        var members = await db.ClusterMembers.AsNoTracking().Select(m => new Member(m.TicketId, m.ClusterId, m.Likeness)).ToListAsync(ct);
        return new KnownClusters(
            [.. clusters.Select(c => new KnownCluster(c.Id, c.State is not ClusterState.Proposed || c.IsNamedByPerson || c.IsResolutionByPerson, c.State is ClusterState.Proposed, c.Size, c.DescribedSize))],
            members.Where(m => !gone.Contains(m.TicketId)))
        { Deleted = deleted };
    }
}

/// <summary>A cluster as it is stored.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="IsSettled">Whether a person has had a hand in it.</param>
/// <param name="IsProposed">Whether nobody has decided.</param>
/// <param name="Size">How many tickets it is said to hold.</param>
/// <param name="DescribedSize">How many it held when it was last described.</param>
internal sealed record KnownCluster(long Id, bool IsSettled, bool IsProposed, int Size, int DescribedSize);

/// <summary>A ticket's place as it is stored.</summary>
internal sealed record Member(long TicketId, long ClusterId, double Likeness);
