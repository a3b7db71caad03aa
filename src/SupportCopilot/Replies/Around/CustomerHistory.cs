using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Around;

/// <summary>The customer's and the organization's tickets at a glance, those out of the caller's sight not counted.</summary>
internal sealed class CustomerHistory(SupportDbContext db, CurrentCaller caller)
{
    private const int MostRecent = 5;

    /// <returns>Null where the ticket names no customer.</returns>
    public async Task<History?> OfAsync(Ticket ticket, CustomerTickets customer, CancellationToken ct)
    {
        if (ticket.RequesterId is null) return null;
        var visible = db.Tickets.AsNoTracking().VisibleTo(caller.Visibility).Where(t => t.Id != ticket.Id);
        var own = customer.IsAll ? Counted(customer.Newest) : await CountedAsync(customer.All, ct);
        return new History(own,
            ticket.OrganizationId is { } organization ? await OfOrganizationAsync(organization, visible, ct) : null,
            [.. customer.Newest.Take(MostRecent).Select(t => new RecentTicket(t.Id, t.Source, t.ExternalId, SubjectLine.Clean(t.Subject), t.Status, t.CreatedAt))]);
    }

    private static CustomerCounts Counted(IReadOnlyList<CustomerTicket> all) =>
        new(all.Count, all.Count(t => TicketStatus.IsUnsolved(t.Status)), all.Max(t => t.CreatedAt), Rounded(all.Average(t => t.Csat)));

    private static async Task<CustomerCounts> CountedAsync(IQueryable<Ticket> all, CancellationToken ct)
    {
        var counts = await CountsAsync(all, ct);
        var csat = await all.Where(t => t.Csat != null).Select(t => t.Csat).AverageAsync(ct);
        return new(counts.Tickets, counts.Open, counts.LastAt, Rounded(csat));
    }

    private static double? Rounded(double? mean) => mean is { } rated ? Math.Round(rated, 2) : null;

    private async Task<OrganizationCounts?> OfOrganizationAsync(long organization, IQueryable<Ticket> visible, CancellationToken ct)
    {
        var name = await db.Organizations.AsNoTracking().Where(o => o.Id == organization).Select(o => o.Name).SingleOrDefaultAsync(ct);
        if (name is null) return null;
        var counts = await CountsAsync(visible.Where(t => t.OrganizationId == organization), ct);
        return new OrganizationCounts(name, counts.Tickets, counts.Open, counts.LastAt);
    }

    private static async Task<(int Tickets, int Open, DateTime? LastAt)> CountsAsync(IQueryable<Ticket> tickets, CancellationToken ct)
    {
        var byStatus = await tickets.GroupBy(t => t.Status).Select(same => new { Status = same.Key, Count = same.Count(), Last = same.Max(t => t.CreatedAt) }).ToListAsync(ct);
        return (byStatus.Sum(s => s.Count), byStatus.Where(s => TicketStatus.IsUnsolved(s.Status)).Sum(s => s.Count), byStatus.Max(s => s.Last));
    }
}

/// <summary>What else the customer and their organization wrote, this ticket left out.</summary>
/// <param name="Requester">The customer.</param>
/// <param name="Organization">Their organization; null where there is none.</param>
/// <param name="Recent">The customer's newest other tickets.</param>
public sealed record History(CustomerCounts Requester, OrganizationCounts? Organization, IReadOnlyList<RecentTicket> Recent);

/// <summary>A customer's tickets.</summary>
/// <param name="Tickets">How many.</param>
/// <param name="Open">How many of them are not solved.</param>
/// <param name="LastAt">When the newest came (UTC).</param>
/// <param name="Csat">Their mean rating, 0–1; null where they gave none.</param>
public sealed record CustomerCounts(int Tickets, int Open, DateTime? LastAt, double? Csat);

/// <summary>An organization's tickets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tickets">How many.</param>
/// <param name="Open">How many of them are not solved.</param>
/// <param name="LastAt">When the newest came (UTC).</param>
public sealed record OrganizationCounts(string Name, int Tickets, int Open, DateTime? LastAt);

/// <summary>Another ticket of the customer.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Status">new, open, pending, hold, solved or closed.</param>
/// <param name="CreatedAt">When it came (UTC).</param>
public sealed record RecentTicket(long Id, string Source, string ExternalId, string Subject, string Status, DateTime? CreatedAt);
