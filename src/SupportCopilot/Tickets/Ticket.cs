using SupportCopilot.Storage;

namespace SupportCopilot.Tickets;

/// <summary>A support ticket. Its words are its comments, the first of which is the description.</summary>
public sealed class Ticket : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Where it came from: <c>zendesk</c>, <c>intercom</c>, <c>file</c> or <c>demo</c>; for tickets made here <c>api</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Its id there, as text.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The subject line; may be empty.</summary>
    public string Subject { get; set; } = "";

    /// <summary>new, open, pending, hold, solved or closed; deleted for a tombstone.</summary>
    public string Status { get; set; } = TicketStatus.New;

    /// <summary>The desk's own type, such as question, incident, problem or task.</summary>
    public string? Type { get; set; }

    /// <summary>How it came in: email, web, chat, phone, api, …</summary>
    public string? Channel { get; set; }

    /// <summary>The product it is about.</summary>
    public string? Product { get; set; }

    /// <summary>The brand it was sent to.</summary>
    public string? Brand { get; set; }

    /// <summary>The id at its source of the ticket that this one was merged into: it is closed, but nobody solved it.</summary>
    public string? MergedInto { get; set; }

    /// <summary>Who asked.</summary>
    public long? RequesterId { get; set; }

    /// <summary>The agent who has it.</summary>
    public long? AssigneeId { get; set; }

    /// <summary>The group that has it.</summary>
    public long? GroupId { get; set; }

    /// <summary>The requester's organization.</summary>
    public long? OrganizationId { get; set; }

    /// <summary>When it was created (UTC); null where the source does not say.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the source last changed it (UTC).</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When an agent first answered (UTC).</summary>
    public DateTime? FirstReplyAt { get; set; }

    /// <summary>When it was solved, last of all (UTC).</summary>
    public DateTime? SolvedAt { get; set; }

    /// <summary>When it is due (UTC).</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>Minutes from creation to the first reply, calendar time.</summary>
    public int? FirstReplyMinutes { get; set; }

    /// <summary>Minutes from creation to the last solution, calendar time.</summary>
    public int? ResolutionMinutes { get; set; }

    /// <summary>How often it was reopened.</summary>
    public int Reopens { get; set; }

    /// <summary>How many public replies agents wrote.</summary>
    public int Replies { get; set; }

    /// <summary>Whether the service level was met; null where none applied.</summary>
    public bool? SlaMet { get; set; }

    /// <summary>Whether the requester was asked to rate.</summary>
    public bool CsatOffered { get; set; }

    /// <summary>The rating between 0 (bad) and 1 (good), whatever scale the source has.</summary>
    public double? Csat { get; set; }

    /// <summary>What the desk or a person said; null where they said nothing.</summary>
    public TriageValues Given { get; init; } = new();

    /// <summary>What triage made of it.</summary>
    public TriageValues Predicted { get; init; } = new();

    /// <summary>What holds: the given value, else the predicted one. Computed by the database.</summary>
    public TriageValues Effective { get; init; } = new();

    /// <summary>The fields that a person set here; a source's next word does not undo them.</summary>
    public TriageField Corrected { get; set; }

    /// <summary>How the customer sounds, −1 to 1; null before triage.</summary>
    public double? SentimentScore { get; set; }

    /// <summary>What is still to be done for it.</summary>
    public Owed Owed { get; set; }

    /// <summary>A hash of what the source said, so that the same page or file twice changes nothing.</summary>
    public long ContentHash { get; set; }

    /// <summary>Grows with every change; two changes of one state cannot both win.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>The statuses every source is mapped to.</summary>
public static class TicketStatus
{
    /// <summary>Nobody has looked at it.</summary>
    public const string New = "new";

    /// <summary>An agent has it.</summary>
    public const string Open = "open";

    /// <summary>It waits for the requester.</summary>
    public const string Pending = "pending";

    /// <summary>It waits for somebody else.</summary>
    public const string Hold = "hold";

    /// <summary>An agent says it is done; it may be reopened.</summary>
    public const string Solved = "solved";

    /// <summary>Done for good.</summary>
    public const string Closed = "closed";

    /// <summary>Deleted at its source: a tombstone that shows up nowhere.</summary>
    public const string Deleted = "deleted";

    /// <summary>Whether somebody still has to do something for it.</summary>
    public static bool IsUnsolved(string status) => status is New or Open or Pending or Hold;

    /// <summary>All but the tombstone, in the order of a ticket's life.</summary>
    public static IReadOnlyList<string> All { get; } = [New, Open, Pending, Hold, Solved, Closed];
}
