using SupportCopilot.Access;

namespace SupportCopilot.Tickets;

/// <summary>The scope of a caller as a filter over tickets.</summary>
public static class VisibleTickets
{
    /// <summary>The tickets in sight; tombstones are in nobody's.</summary>
    public static IQueryable<Ticket> VisibleTo(this IQueryable<Ticket> tickets, Visibility visibility)
    {
        tickets = tickets.Where(t => t.Status != TicketStatus.Deleted);
        if (visibility.GroupIds.Count > 0) tickets = tickets.Where(t => t.GroupId != null && visibility.GroupIds.Contains(t.GroupId.Value));
        if (visibility.OrganizationIds.Count > 0) tickets = tickets.Where(t => t.OrganizationId != null && visibility.OrganizationIds.Contains(t.OrganizationId.Value));
        if (visibility.Brands.Count > 0) tickets = tickets.Where(t => t.Brand != null && visibility.Brands.Contains(t.Brand));
        return tickets;
    }
}
