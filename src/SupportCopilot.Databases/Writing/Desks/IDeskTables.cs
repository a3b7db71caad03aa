using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.Writing.Desks;

/// <summary>What only a desk's pages need of the tables, within the same transaction.</summary>
internal interface IDeskTables
{
    /// <summary>Makes sure that the stream is still ours to read, until the end of the transaction.</summary>
    /// <exception cref="LeaseLostException">Somebody else holds the lease now.</exception>
    Task HoldAsync(StreamPosition position, CancellationToken ct);

    /// <summary>Fills in what we last wrote to the desk.</summary>
    Task LoadWritingsAsync(IReadOnlyList<DeskPlan> plans, CancellationToken ct);

    /// <summary>Adds the changes that are not there yet.</summary>
    Task AddChangesAsync(IReadOnlyList<DeskPlan> plans, CancellationToken ct);

    /// <summary>Removes everything that was said on tickets or made of their words.</summary>
    Task PurgeAsync(IReadOnlyList<DeskPlan> plans, CancellationToken ct);

    /// <summary>Writes down how far the stream has been read.</summary>
    Task KeepAsync(StreamPosition position, int rows, DateTime now, CancellationToken ct);
}
