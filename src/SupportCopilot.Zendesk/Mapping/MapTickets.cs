using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>A page of Zendesk's tickets with what was brought along → a desk's page.</summary>
internal static class MapTickets
{
    public static DeskPage Run(ZendeskTicketPage page, DeskNames names)
    {
        var all = names.With(page.Users, page.Groups, page.Organizations, page.Brands);
        var metrics = (page.MetricSets ?? []).Where(m => m.TicketId is not null).DistinctBy(m => m.TicketId).ToDictionary(m => m.TicketId!.Value);
        var tickets = page.Tickets ?? [];
        return new DeskPage(TicketSource.Zendesk)
        {
            Tickets = [.. tickets.Select(t => MapTicket.Run(t, all, metrics.GetValueOrDefault(t.Id ?? 0))).OfType<IncomingTicket>()],
            Rows = tickets.Count,
        };
    }
}
