namespace SupportCopilot.Teams;

/// <summary>Where people open a ticket: at its desk, or on one's own machine in the workbench. Whoever follows a link has there the rights that they have there.</summary>
public interface ITicketAddresses
{
    /// <summary>What gives a ticket's address from our number of it, its source and its id there, for one tenant; null for what has none.</summary>
    Task<Func<long, string, string, Uri?>> OfAsync(int tenantId, CancellationToken ct);
}
