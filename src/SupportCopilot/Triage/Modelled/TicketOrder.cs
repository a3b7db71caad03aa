using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Modelled;

/// <summary>The order in which tickets are worth somebody's time.</summary>
internal static class TicketOrder
{
    /// <summary>By the priority that holds, urgent first; of one priority the newest first: its customer has not begun to wait.</summary>
    public static IQueryable<Ticket> UrgentFirst(this IQueryable<Ticket> tickets) => tickets
        .OrderBy(t => t.Effective.Priority == "urgent" ? 0 : t.Effective.Priority == "high" ? 1 : t.Effective.Priority == "low" ? 3 : 2)
        .ThenByDescending(t => t.Id);
}
