namespace SupportCopilot.Tickets;

/// <summary>
/// A ticket as a source tells it: from a file, from a desk, or from the demo. What is null was not said, and does not
/// undo what is known; <see cref="Comments"/>, <see cref="Tags"/>, <see cref="Fields"/> and <see cref="Changes"/> replace
/// what is known where they are not null.
/// </summary>
public sealed record IncomingTicket(string Source, string ExternalId)
{
    /// <summary>Whether this is the source's own full state, in which what is null is empty, as a desk tells it; a file only says what it says.</summary>
    public bool IsFullState { get; init; }

    /// <summary>The subject line.</summary>
    public string? Subject { get; init; }

    /// <summary>One of <see cref="TicketStatus"/>.</summary>
    public string? Status { get; init; }

    /// <summary>The desk's own type.</summary>
    public string? Type { get; init; }

    /// <summary>How it came in.</summary>
    public string? Channel { get; init; }

    /// <summary>The product it is about.</summary>
    public string? Product { get; init; }

    /// <summary>The brand it was sent to.</summary>
    public string? Brand { get; init; }

    /// <summary>The id of the ticket that this one was merged into.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Who asked.</summary>
    public IncomingPerson? Requester { get; init; }

    /// <summary>The agent who has it.</summary>
    public IncomingPerson? Assignee { get; init; }

    /// <summary>The group that has it.</summary>
    public IncomingName? Group { get; init; }

    /// <summary>The requester's organization.</summary>
    public IncomingName? Organization { get; init; }

    /// <summary>What the desk gave for the triaged fields.</summary>
    public TriageValues Given { get; init; } = new();

    /// <summary>When it was created (UTC).</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTime? UpdatedAt { get; init; }

    /// <summary>When an agent first answered (UTC).</summary>
    public DateTime? FirstReplyAt { get; init; }

    /// <summary>When it was solved (UTC).</summary>
    public DateTime? SolvedAt { get; init; }

    /// <summary>When it is due (UTC).</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>Minutes to the first reply, where the source measured them itself.</summary>
    public int? FirstReplyMinutes { get; init; }

    /// <summary>Minutes to the solution, where the source measured them itself.</summary>
    public int? ResolutionMinutes { get; init; }

    /// <summary>How often it was reopened.</summary>
    public int? Reopens { get; init; }

    /// <summary>How many public replies agents wrote, where the source counted them itself.</summary>
    public int? Replies { get; init; }

    /// <summary>Whether the service level was met.</summary>
    public bool? SlaMet { get; init; }

    /// <summary>Whether the requester was asked to rate.</summary>
    public bool? CsatOffered { get; init; }

    /// <summary>The rating between 0 and 1.</summary>
    public double? Csat { get; init; }

    /// <summary>The thread, oldest first; the first is the description.</summary>
    public IReadOnlyList<IncomingComment>? Comments { get; init; }

    /// <summary>The first message, where the source tells it without the thread: it stands in until the thread itself is said.</summary>
    public IncomingComment? Description { get; init; }

    /// <summary>Tags, in lower case, each once.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Custom fields, each name once.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Its history, oldest first.</summary>
    public IReadOnlyList<IncomingChange>? Changes { get; init; }
}

/// <summary>A person as a source tells it.</summary>
/// <param name="ExternalId">The id at the source; for files the mail address or the name, in lower case.</param>
/// <param name="Name">The name as shown.</param>
/// <param name="Email">The mail address, where known.</param>
public sealed record IncomingPerson(string ExternalId, string Name, string? Email = null);

/// <summary>A group or an organization as a source tells it.</summary>
/// <param name="ExternalId">The id at the source; for files the name in lower case.</param>
/// <param name="Name">The name as shown.</param>
public sealed record IncomingName(string ExternalId, string Name);

/// <summary>One message of a thread.</summary>
/// <param name="ExternalId">Its id at the source, or its position.</param>
/// <param name="Body">Plain text.</param>
/// <param name="AuthorKind">In what capacity it was written.</param>
/// <param name="Author">Who wrote it, where known.</param>
/// <param name="IsPublic">Whether the requester can read it.</param>
/// <param name="CreatedAt">When (UTC), where known.</param>
public sealed record IncomingComment(
    string ExternalId, string Body, AuthorKind AuthorKind = AuthorKind.Requester, IncomingPerson? Author = null, bool IsPublic = true, DateTime? CreatedAt = null);

/// <summary>One change of one field.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Field">Which field.</param>
/// <param name="From">The value before.</param>
/// <param name="To">The value after.</param>
public sealed record IncomingChange(DateTime At, string Field, string? From, string? To);
