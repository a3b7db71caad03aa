namespace SupportCopilot.Tickets.Desks;

/// <summary>Brings in one ticket from a tenant's desk now, for somebody who waits for it or because a webhook named it.</summary>
public interface IFetchTickets
{
    /// <summary>Reads the ticket with its thread from the desk and keeps it.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="source">The kind of desk: one of <see cref="TicketSource"/>.</param>
    /// <param name="externalId">The ticket's id there.</param>
    /// <param name="urgency">Whether a person waits: then the request may use the reserve that is kept for people.</param>
    /// <param name="ct">Cancels before anything is kept.</param>
    Task<FetchOutcome> FetchAsync(int tenantId, string source, string externalId, FetchUrgency urgency, CancellationToken ct);
}

/// <summary>Who waits for a ticket.</summary>
public enum FetchUrgency
{
    /// <summary>A job, which can wait.</summary>
    Job,

    /// <summary>A person.</summary>
    Person,
}

/// <summary>What came of a fetch.</summary>
public enum FetchOutcome
{
    /// <summary>It is here now, as the desk has it.</summary>
    Kept,

    /// <summary>The desk has no such ticket, or no longer; where it was known here it is a tombstone now.</summary>
    Gone,

    /// <summary>No such desk is connected.</summary>
    NotConnected,
}
