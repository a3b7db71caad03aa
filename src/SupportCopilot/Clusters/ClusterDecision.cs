using SupportCopilot.Storage;

namespace SupportCopilot.Clusters;

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

    /// <summary>A hash of the words that came with it (64 hexadecimal digits): the same press again has the same, another text on an old card has not.</summary>
    public required string ContentHash { get; init; }
}
