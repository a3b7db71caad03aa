using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Desks;

/// <summary>
/// Keeps what a desk says, a page at a time: tickets, what was written on them, who is gone, and how far the reading has
/// come, all in one transaction. The same page twice changes nothing, and an older state never replaces a newer one.
/// </summary>
public interface IDeskWriter
{
    /// <summary>Writes a page: all of it or nothing.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="page">What the desk said.</param>
    /// <param name="ct">Cancels before the commit.</param>
    /// <exception cref="LeaseLostException">Somebody else reads this stream now; nothing was written.</exception>
    Task<DeskPageCount> WriteAsync(int tenantId, DeskPage page, CancellationToken ct);
}

/// <summary>One page of what a desk says.</summary>
/// <param name="Source">The kind of desk: one of <see cref="TicketSource"/>.</param>
public sealed record DeskPage(string Source)
{
    /// <summary>Tickets in the desk's own full state (<see cref="IncomingTicket.IsFullState"/>). Their comments are null where the page does not hold the whole thread.</summary>
    public IReadOnlyList<IncomingTicket> Tickets { get; init; } = [];

    /// <summary>Comments that were added or redacted; each replaces the one of its id, the rest of the thread stays.</summary>
    public IReadOnlyList<DeskComment> Comments { get; init; } = [];

    /// <summary>Fields that changed, of tickets known or not yet known.</summary>
    public IReadOnlyList<DeskChange> Changes { get; init; } = [];

    /// <summary>Figures of tickets that the desk tells apart from the tickets themselves.</summary>
    public IReadOnlyList<DeskMark> Marks { get; init; } = [];

    /// <summary>People of the desk, whether or not a ticket of the page speaks of them.</summary>
    public IReadOnlyList<DeskPerson> People { get; init; } = [];

    /// <summary>Organizations by name, whether or not a ticket of the page speaks of them.</summary>
    public IReadOnlyList<IncomingName> Organizations { get; init; } = [];

    /// <summary>Groups by name, in the same way.</summary>
    public IReadOnlyList<IncomingName> Groups { get; init; } = [];

    /// <summary>The ids of tickets that are deleted there: they become tombstones without words.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>How many rows the desk gave for it, for the count of the stream.</summary>
    public int Rows { get; init; }

    /// <summary>How far the reading has come with this page; null where the page belongs to no stream.</summary>
    public StreamPosition? Position { get; init; }
}

/// <summary>A comment of a ticket.</summary>
/// <param name="TicketExternalId">The ticket's id at the desk.</param>
/// <param name="Comment">What was written.</param>
public sealed record DeskComment(string TicketExternalId, IncomingComment Comment);

/// <summary>A change of a ticket's field.</summary>
/// <param name="TicketExternalId">The ticket's id at the desk.</param>
/// <param name="ExternalId">The id of the change at the desk, so that it is kept once.</param>
/// <param name="Change">What changed.</param>
public sealed record DeskChange(string TicketExternalId, string ExternalId, IncomingChange Change);

/// <summary>What is told of a ticket apart from it; what is null was not said.</summary>
/// <param name="TicketExternalId">The ticket's id at the desk.</param>
public sealed record DeskMark(string TicketExternalId)
{
    /// <summary>Whether the service level is kept so far; once missed it stays missed.</summary>
    public bool? SlaMet { get; init; }

    /// <summary>Whether the requester was asked to rate.</summary>
    public bool? CsatOffered { get; init; }

    /// <summary>The rating between 0 and 1.</summary>
    public double? Csat { get; init; }

    /// <summary>The id of the ticket that it was merged into.</summary>
    public string? MergedInto { get; init; }
}

/// <summary>A person of a desk.</summary>
/// <param name="Person">Who.</param>
/// <param name="IsAgent">Whether the desk counts them among its agents.</param>
/// <param name="Organization">The organization they belong to.</param>
public sealed record DeskPerson(IncomingPerson Person, bool IsAgent, IncomingName? Organization = null);

/// <summary>How far a stream has been read.</summary>
/// <param name="Stream">Which stream, such as <c>zendesk/tickets</c>.</param>
/// <param name="Cursor">Where to go on, as the desk wrote it.</param>
/// <param name="ReadTo">Everything that changed before this instant (UTC) has been read.</param>
/// <param name="IsEnd">Whether this was the newest page.</param>
/// <param name="LeaseToken">The token of the lease under which it is read: a reader that was paused past its time is refused.</param>
public sealed record StreamPosition(string Stream, string Cursor, DateTime ReadTo, bool IsEnd, long LeaseToken);

/// <summary>What came of a page.</summary>
/// <param name="Tickets">What came of its tickets.</param>
/// <param name="Comments">Comments that were added or changed.</param>
/// <param name="Deleted">Tickets that became tombstones.</param>
public readonly record struct DeskPageCount(WriteCount Tickets, int Comments, int Deleted)
{
    /// <summary>The ids of tickets that were tombstones and live again: their threads were purged, and must be read anew.</summary>
    public IReadOnlyList<string>? Awakened { get; init; }
}
