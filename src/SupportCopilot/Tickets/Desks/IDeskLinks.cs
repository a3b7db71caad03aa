namespace SupportCopilot.Tickets.Desks;

/// <summary>Tells where people see a ticket at the desk that it came from.</summary>
public interface IDeskLinks
{
    /// <summary>What gives a ticket's address from its source and its id there, for one tenant; null for what has none.</summary>
    Task<Func<string, string, Uri?>> OfAsync(int tenantId, CancellationToken ct);
}

/// <summary>Without a desk there are none.</summary>
internal sealed class NoDeskLinks : IDeskLinks
{
    public Task<Func<string, string, Uri?>> OfAsync(int tenantId, CancellationToken ct) => Task.FromResult<Func<string, string, Uri?>>((_, _) => null);
}
