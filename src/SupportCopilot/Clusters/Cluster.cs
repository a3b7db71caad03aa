using SupportCopilot.Knowledge;
using SupportCopilot.Storage;

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

    /// <summary>Whether a person wrote the resolution's words; a later search for clusters leaves them alone then.</summary>
    public bool IsResolutionByPerson { get; set; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectReason { get; set; }

    /// <summary>Who decided last.</summary>
    public long? DecidedBy { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>The article that the approved resolution became.</summary>
    public long? ArticleId { get; set; }

    /// <summary>That article itself, where it was loaded.</summary>
    internal Article? Article { get; set; }

    /// <summary>How many tickets it holds.</summary>
    public int Size { get; set; }

    /// <summary>How many it held when its name and its proposed resolution were last worked out.</summary>
    public int DescribedSize { get; set; }

    /// <summary>The cluster that it went into; it is not listed any more then.</summary>
    public long? MergedIntoId { get; set; }

    /// <summary>When it was first found (UTC).</summary>
    public DateTime FoundAt { get; init; }

    /// <summary>When its tickets last changed (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>
    /// Grows with every change of what is decided about: name, words, resolution, state. A decision on an older state is
    /// refused. Tickets that come in do not count, or every card in Teams would be out of date by the evening.
    /// </summary>
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
