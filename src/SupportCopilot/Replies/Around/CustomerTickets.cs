using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Around;

/// <summary>Reads what else a ticket's customer wrote, as far as the caller may see it: once for all that is shown of it.</summary>
internal sealed class ReadCustomer(SupportDbContext db, CurrentCaller caller)
{
    private const int Most = 200;   // hardly any customer has more; of those who do, the database counts

    public async Task<CustomerTickets> OfAsync(Ticket ticket, CancellationToken ct)
    {
        if (ticket.RequesterId is not { } requester) return CustomerTickets.None;
        var all = db.Tickets.AsNoTracking().VisibleTo(caller.Visibility).Where(t => t.RequesterId == requester && t.Id != ticket.Id);
        var newest = await all.OrderByDescending(t => t.CreatedAt).Take(Most)
            .Select(t => new CustomerTicket(t.Id, t.Source, t.ExternalId, t.Subject, t.Status, t.CreatedAt, t.MergedInto, t.Csat)).ToListAsync(ct);
        return new CustomerTickets(all, newest, IsAll: newest.Count < Most);
    }
}

/// <summary>The other tickets of a customer, the newest first.</summary>
/// <param name="All">All of them, in the database.</param>
/// <param name="Newest">The newest.</param>
/// <param name="IsAll">Whether there are no others.</param>
internal sealed record CustomerTickets(IQueryable<Ticket> All, IReadOnlyList<CustomerTicket> Newest, bool IsAll)
{
    public static CustomerTickets None { get; } = new(Enumerable.Empty<Ticket>().AsQueryable(), [], IsAll: true);

    /// <summary>Those of a time that were not merged into another, the newest first.</summary>
    public async Task<IReadOnlyList<CustomerTicket>> BetweenAsync(DateTime from, DateTime to, int most, CancellationToken ct)
    {
        var reachesBack = IsAll || Newest[^1].CreatedAt < from;
        return reachesBack
            ? [.. Newest.Where(t => t.MergedInto is null && t.CreatedAt >= from && t.CreatedAt <= to).Take(most)]
            : await All.Where(t => t.MergedInto == null && t.CreatedAt >= from && t.CreatedAt <= to).OrderByDescending(t => t.CreatedAt).Take(most)
                .Select(t => new CustomerTicket(t.Id, t.Source, t.ExternalId, t.Subject, t.Status, t.CreatedAt, t.MergedInto, t.Csat)).ToListAsync(ct);
    }
}

/// <summary>What is looked at of a customer's ticket.</summary>
internal sealed record CustomerTicket(long Id, string Source, string ExternalId, string Subject, string Status, DateTime? CreatedAt, string? MergedInto, double? Csat);
