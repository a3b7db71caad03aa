using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets;

/// <summary>The names behind the numbers on some tickets, looked up in one query a kind.</summary>
internal sealed record TicketNames(
    IReadOnlyDictionary<long, string> People, IReadOnlyDictionary<long, string> Groups, IReadOnlyDictionary<long, string> Organizations)
{
    public static async Task<TicketNames> OfAsync(SupportDbContext db, IReadOnlyCollection<Ticket> tickets, CancellationToken ct, params long?[] otherPeople)
    {
        var people = Distinct([.. tickets.Select(t => t.RequesterId), .. tickets.Select(t => t.AssigneeId), .. otherPeople]);
        var groups = Distinct(tickets.Select(t => t.GroupId));
        var organizations = Distinct(tickets.Select(t => t.OrganizationId));
        return new(
            await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct),
            await db.Groups.Where(g => groups.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Name, ct),
            await db.Organizations.Where(o => organizations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct));
    }

    public TicketRow Row(Ticket ticket) => new(
        ticket.Id, ticket.Source, ticket.ExternalId, ticket.Subject, ticket.Status, ticket.Effective.Priority, ticket.Effective.Category,
        Person(ticket.RequesterId), Person(ticket.AssigneeId), Of(Groups, ticket.GroupId), ticket.CreatedAt, ticket.UpdatedAt);

    public string? Person(long? id) => Of(People, id);

    public string? Organization(long? id) => Of(Organizations, id);

    private static string? Of(IReadOnlyDictionary<long, string> names, long? id) => id is { } known ? names.GetValueOrDefault(known) : null;

    private static long[] Distinct(IEnumerable<long?> ids) => [.. ids.OfType<long>().Distinct()];
}
