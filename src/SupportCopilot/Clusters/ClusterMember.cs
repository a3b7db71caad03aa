using SupportCopilot.Storage;

namespace SupportCopilot.Clusters;

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
