namespace SupportCopilot.Tickets;

/// <summary>A ticket as a row of a list.</summary>
public record TicketRow(
    long Id, string Source, string ExternalId, string Subject, string Status, string? Priority, string? Category,
    string? Requester, string? Assignee, string? Group, DateTime? CreatedAt, DateTime? UpdatedAt);

/// <summary>A ticket with everything that is known of it.</summary>
/// <param name="Ticket">As in a list.</param>
/// <param name="Type">The desk's own type.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="Product">The product it is about.</param>
/// <param name="Brand">The brand it was sent to.</param>
/// <param name="Organization">The requester's organization.</param>
/// <param name="SolvedAt">When it was solved (UTC).</param>
/// <param name="DueAt">When it is due (UTC).</param>
/// <param name="SlaMet">Whether the service level was met; null where none applied.</param>
/// <param name="Csat">The rating between 0 and 1.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="Tags">Its tags, sorted.</param>
/// <param name="Fields">Its custom fields.</param>
/// <param name="Comments">The thread, oldest first.</param>
/// <param name="History">What changed, oldest first.</param>
public sealed record TicketDetail(
    TicketRow Ticket, string? Type, string? Channel, string? Product, string? Brand, string? Organization, DateTime? SolvedAt, DateTime? DueAt,
    bool? SlaMet, double? Csat, int Version, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<CommentView> Comments, IReadOnlyList<ChangeView> History)
{
    /// <summary>The id at its source of the ticket that it was merged into; empty where the source does not say which; null where it was not merged.</summary>
    public string? MergedInto { get; init; }
}

/// <summary>One message of a thread.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Author">Who wrote it, where known.</param>
/// <param name="AuthorKind">requester, agent or system.</param>
/// <param name="IsPublic">Whether the requester can read it.</param>
/// <param name="Body">Plain text.</param>
/// <param name="CreatedAt">When (UTC), where known.</param>
public sealed record CommentView(long Id, string? Author, string AuthorKind, bool IsPublic, string Body, DateTime? CreatedAt);

/// <summary>One change of one field.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Field">Which field.</param>
/// <param name="From">The value before.</param>
/// <param name="To">The value after.</param>
public sealed record ChangeView(DateTime At, string Field, string? From, string? To);
