namespace SupportCopilot.Tickets;

/// <summary>
/// Brings tickets in, many at a time: creates what is new, updates what changed, leaves alone what the source said
/// before, and writes down what is owed. People, groups and organizations come along.
/// </summary>
public interface ITicketWriter
{
    /// <summary>Writes one batch in one transaction: all of it or nothing. Of two with one id in a batch the later one counts.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="batch">Some hundreds to some thousands of tickets.</param>
    /// <param name="ct">Cancels before the commit.</param>
    Task<WriteCount> WriteAsync(int tenantId, IReadOnlyList<IncomingTicket> batch, CancellationToken ct);
}

/// <summary>What came of a batch.</summary>
/// <param name="Created">Tickets that were not there.</param>
/// <param name="Updated">Tickets that said something new.</param>
/// <param name="Unchanged">Tickets that said nothing new.</param>
public readonly record struct WriteCount(int Created, int Updated, int Unchanged);
