using SupportCopilot.Access.Conversations;

namespace SupportCopilot.Clusters;

/// <summary>A cluster as a person sees it.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State">proposed, approved, published, rejected or gone.</param>
/// <param name="Size">How many tickets it holds.</param>
/// <param name="Version">What a decision must name.</param>
public sealed record ClusterDetail(long Id, string Name, string State, int Size, int Version)
{
    /// <summary>The words that set it apart, by weight.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>The resolution as proposed or edited.</summary>
    public string? Resolution { get; init; }

    /// <summary>The most central tickets, at most five.</summary>
    public IReadOnlyList<ClusterTicket> Examples { get; init; } = [];

    /// <summary>How many of its tickets were created in the last seven days.</summary>
    public int NewThisWeek { get; init; }

    /// <summary>How many in the seven days before.</summary>
    public int NewTheWeekBefore { get; init; }

    /// <summary>When its oldest ticket was created (UTC).</summary>
    public DateTime? FirstTicketAt { get; init; }

    /// <summary>When its newest ticket was created (UTC).</summary>
    public DateTime? LastTicketAt { get; init; }

    /// <summary>Who decided last, by name.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectReason { get; init; }

    /// <summary>The article that its resolution became.</summary>
    public long? ArticleId { get; init; }

    /// <summary>The cluster that its tickets went into, where it is gone.</summary>
    public long? MergedInto { get; init; }
}

/// <summary>A ticket of a cluster.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="Likeness">Cosine to the cluster's middle.</param>
public sealed record ClusterTicket(long Id, string Subject, double Likeness);

/// <summary>A request to a product owner to decide on a cluster's resolution.</summary>
/// <param name="Cluster">The cluster as it is now.</param>
public sealed record ApprovalRequest(ClusterDetail Cluster) : IPost;
