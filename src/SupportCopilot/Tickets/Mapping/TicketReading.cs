namespace SupportCopilot.Tickets.Mapping;

/// <summary>What became of a row: a ticket, or why it is none.</summary>
internal readonly record struct TicketReading(IncomingTicket? Ticket, string? Problem)
{
    /// <summary>Where the row stands in its ticket's history, where it says so.</summary>
    public long? Revision { get; init; }

    /// <summary>Who wrote the row's message, where it says so.</summary>
    public IncomingPerson? Author { get; init; }
}
