namespace ZendeskSimulator.Tickets;

/// <summary>A ticket as the account has it. Times are seconds since 1970, as Zendesk tells them.</summary>
internal sealed class Ticket
{
    private readonly Func<Ticket, int?, List<Audit>>? _past;
    private List<Audit>? _audits;

    /// <param name="past">Makes the audits of a ticket that was there from the start, or one of them, when they are asked for.</param>
    public Ticket(Func<Ticket, int?, List<Audit>>? past = null) => _past = past;

    public required long Id { get; init; }

    public required string Subject { get; set; }

    public required string Description { get; set; }

    public string Status { get; set; } = "new";

    public string? Priority { get; set; }

    public string? Type { get; set; }

    public long RequesterId { get; set; }

    public long SubmitterId { get; set; }

    public long? AssigneeId { get; set; }

    public long? GroupId { get; set; }

    public long? OrganizationId { get; set; }

    public long BrandId { get; set; }

    public string? ExternalId { get; set; }

    /// <summary>The rating as the ticket itself tells it; null where nobody was asked.</summary>
    public string? Rating { get; set; }

    public Via Via { get; init; } = new("web");

    /// <summary>In alphabetical order, each once.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    public Dictionary<long, string?> CustomFields { get; init; } = [];

    public long CreatedAt { get; init; }

    /// <summary>When something that leaves an audit last happened.</summary>
    public long UpdatedAt { get; set; }

    /// <summary>When anything at all last happened to it: the order of the exports.</summary>
    public long GeneratedAt { get; set; }

    /// <summary>When it was deleted; its words can be restored for thirty days.</summary>
    public long? DeletedAt { get; set; }

    public long? DeletedBy { get; set; }

    /// <summary>What became of it, oldest first; the first is its creation.</summary>
    public List<Audit> Audits => _audits ??= _past is null ? [] : _past(this, null);

    /// <summary>One of its audits, without making the others where nobody has asked for them.</summary>
    public Audit AuditAt(int n) => _audits is null && _past is not null ? _past(this, n)[0] : Audits[n];

    public bool IsDeleted => DeletedAt is not null;

    public bool IsClosed => Status == "closed";

    public IEnumerable<(Audit Audit, CommentEvent Comment)> Comments()
    {
        foreach (var audit in Audits)
            foreach (var happened in audit.Events)
                if (happened is CommentEvent comment) yield return (audit, comment);
    }
}
