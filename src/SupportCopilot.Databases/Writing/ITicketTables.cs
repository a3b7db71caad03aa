using SupportCopilot.Databases.Writing.Desks;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Databases.Writing;

/// <summary>The tables of one tenant's tickets within one transaction, which disposing rolls back unless it was committed.</summary>
internal interface ITicketTables : IAsyncDisposable
{
    /// <summary>What only a desk's pages need.</summary>
    IDeskTables Desk { get; }

    /// <summary>Fills in id and hash of those that are stored.</summary>
    Task FindAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct);

    /// <summary>Fills in row and, where it is needed, thread of stored ones, which nobody else changes until the end of the transaction.</summary>
    Task LoadAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct);

    /// <summary>Creates or completes people, groups and organizations, and tells their ids.</summary>
    Task<PeopleIds> PutPeopleAsync(WantedPeople wanted, CancellationToken ct);

    /// <summary>Stores the merged rows with thread, tags, fields and changes.</summary>
    Task SaveAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct);

    /// <summary>Makes sure that the tickets' values can be asked for.</summary>
    Task NoteAsync(SeenValues seen, CancellationToken ct);

    /// <summary>Makes it last.</summary>
    Task CommitAsync(CancellationToken ct);
}

/// <summary>Our own numbers of the people, groups and organizations of a batch.</summary>
internal sealed class PeopleIds
{
    public Dictionary<SourceKey, long> People { get; } = [];

    public Dictionary<SourceKey, long> Groups { get; } = [];

    public Dictionary<SourceKey, long> Organizations { get; } = [];

    public long? Of(string source, IncomingPerson? person) => person is null ? null : People[new(source, WantedPeople.Id(person.ExternalId))];

    public long? GroupOf(string source, IncomingName? group) => group is null ? null : Groups[new(source, WantedPeople.Id(group.ExternalId))];

    public long? OrganizationOf(string source, IncomingName? organization) =>
        organization is null ? null : Organizations[new(source, WantedPeople.Id(organization.ExternalId))];
}
