using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Clusters;

/// <summary>Tickets that are alike: one problem in many customers' words.</summary>
public sealed class Cluster : ITenantOwned
{
    /// <summary>Our own number; it stays when new tickets come.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>What people call it: words that set it apart, or the name that a person gave.</summary>
    public required string Name { get; set; }

    /// <summary>Whether a person gave the name; a later search for clusters leaves it alone then.</summary>
    public bool IsNamedByPerson { get; set; }

    /// <summary>The words that set it apart, by weight, separated by commas.</summary>
    public string Terms { get; set; } = "";

    /// <summary>How far its resolution has come.</summary>
    public ClusterState State { get; set; }

    /// <summary>The resolution as proposed, or as the owner edited it; null where nothing was found to propose.</summary>
    public string? Resolution { get; set; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectReason { get; set; }

    /// <summary>Who decided last.</summary>
    public long? DecidedBy { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>The article that the approved resolution became.</summary>
    public long? ArticleId { get; set; }

    /// <summary>How many tickets it holds.</summary>
    public int Size { get; set; }

    /// <summary>The middle of its tickets' vectors, as little-endian singles of unit length.</summary>
    public byte[] Centroid { get; set; } = [];

    /// <summary>Which build of the index the centroid belongs to; vectors of two builds are not comparable.</summary>
    public DateTime? IndexBuiltAt { get; set; }

    /// <summary>The cluster that it went into; it is not listed any more then.</summary>
    public long? MergedIntoId { get; set; }

    /// <summary>When it was first found (UTC).</summary>
    public DateTime FoundAt { get; init; }

    /// <summary>When its tickets last changed (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Grows with every change; a decision on an older state is refused.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>How far a cluster's resolution has come.</summary>
public enum ClusterState
{
    /// <summary>Found; nobody has decided.</summary>
    Proposed = 0,

    /// <summary>Its resolution is approved and stands as an internal article.</summary>
    Approved = 1,

    /// <summary>Its resolution is published: replies may cite it.</summary>
    Published = 2,

    /// <summary>Rejected with a reason.</summary>
    Rejected = 3,

    /// <summary>Its tickets have gone elsewhere; kept for the links and decisions that name it.</summary>
    Gone = 4,
}

/// <summary>A ticket's place in a cluster; a ticket is in one at most.</summary>
public sealed class ClusterMember : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>The cluster.</summary>
    public long ClusterId { get; set; }

    /// <summary>Cosine to the cluster's middle, −1 to 1: the most central first.</summary>
    public double Likeness { get; set; }

    /// <summary>When it came in (UTC).</summary>
    public DateTime JoinedAt { get; set; }
}

/// <summary>What was done with a cluster, once for each person, verb and version: the same press twice changes nothing.</summary>
public sealed class ClusterDecision : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The cluster.</summary>
    public long ClusterId { get; init; }

    /// <summary>The version that the person saw.</summary>
    public int Version { get; init; }

    /// <summary>approve, reject, edit, publish, …</summary>
    public required string Verb { get; init; }

    /// <summary>Who.</summary>
    public long PersonId { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }
}

internal sealed class ClusterConfiguration :
    IEntityTypeConfiguration<Cluster>, IEntityTypeConfiguration<ClusterMember>, IEntityTypeConfiguration<ClusterDecision>
{
    public void Configure(EntityTypeBuilder<Cluster> cluster)
    {
        cluster.Property(c => c.Name).HasMaxLength(200);
        cluster.Property(c => c.Terms).HasMaxLength(500);
        cluster.Property(c => c.RejectReason).HasMaxLength(1000);
        cluster.Property(c => c.Version).IsConcurrencyToken();
        cluster.HasIndex(c => new { c.TenantId, c.State });
    }

    public void Configure(EntityTypeBuilder<ClusterMember> member)
    {
        member.HasKey(m => m.TicketId);
        member.Property(m => m.TicketId).ValueGeneratedNever();
        member.HasIndex(m => new { m.TenantId, m.ClusterId });
        member.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId);
        member.HasOne<Cluster>().WithMany().HasForeignKey(m => m.ClusterId);
    }

    public void Configure(EntityTypeBuilder<ClusterDecision> decision)
    {
        decision.Property(d => d.Verb).HasMaxLength(20);
        decision.HasIndex(d => new { d.TenantId, d.ClusterId, d.Version, d.Verb, d.PersonId }).IsUnique();
    }
}
