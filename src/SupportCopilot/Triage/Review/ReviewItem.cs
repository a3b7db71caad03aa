using SupportCopilot.Storage;

namespace SupportCopilot.Triage.Review;

/// <summary>A ticket whose triage a person is to look at, or has looked at; at most one per ticket. What triage said is frozen, so that it is that which is agreed with.</summary>
public sealed class ReviewItem : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>How it came here.</summary>
    public ReviewKind Kind { get; init; }

    /// <summary>When triage said what is to be looked at (UTC).</summary>
    public DateTime DrawnAt { get; init; }

    /// <summary>What triage said, field by field, as JSON; its shape belongs to the review.</summary>
    public required string Judged { get; init; }

    /// <summary>When a person looked at it (UTC); null while it waits.</summary>
    public DateTime? ReviewedAt { get; set; }

    /// <summary>Who did.</summary>
    public long? ReviewedBy { get; set; }

    /// <summary>What they said, field by field.</summary>
    public List<ReviewAnswer> Answers { get; } = [];
}

/// <summary>How a ticket came to its review.</summary>
public enum ReviewKind
{
    /// <summary>By lot: from these alone agreement is told.</summary>
    Random = 1,

    /// <summary>Because triage was least sure of it: these teach most, and tell nothing of how good triage is.</summary>
    Uncertain = 2,
}

/// <summary>What a person said of one field that triage had judged. Rows are only ever added.</summary>
public sealed class ReviewAnswer : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The review it belongs to.</summary>
    public long ReviewItemId { get; init; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>How the ticket came to its review.</summary>
    public ReviewKind Kind { get; init; }

    /// <summary>The field's name, such as <c>category</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The way that judged it: rules, classifier or model.</summary>
    public required string Way { get; init; }

    /// <summary>What triage said.</summary>
    public required string Judged { get; init; }

    /// <summary>How sure it was, 0–1.</summary>
    public double Confidence { get; init; }

    /// <summary>What the person said.</summary>
    public required string Said { get; init; }

    /// <summary>Whether the two are the same.</summary>
    public bool Agreed { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }
}
