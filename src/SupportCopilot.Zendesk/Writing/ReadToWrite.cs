using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>
/// Reads a ticket whose stamp can be relied on. Zendesk compares <c>updated_stamp</c> to the second, so that it does not see
/// a change within the second of the state that was read: only a second that is over says which state it means.
/// </summary>
internal sealed class ReadToWrite(TimeProvider clock)
{
    // Two machines' clocks differ by less; where the stamp is older, its second is over.
    private static readonly TimeSpan Recently = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan UntilItIsOver = TimeSpan.FromSeconds(1.1);

    private const int Looks = 4;

    /// <summary>Whether a ticket's stamp can be relied on as it is.</summary>
    public bool IsStill(ZendeskTicket ticket) => ticket.UpdatedAt is { } stamp && stamp < clock.GetUtcNow().UtcDateTime - Recently;

    /// <returns>The ticket; null where it changes all the time.</returns>
    /// <exception cref="ZendeskException">Gone where there is no such ticket.</exception>
    public async Task<ZendeskTicket?> RunAsync(ZendeskClient client, long id, CancellationToken ct)
    {
        ZendeskTicket? before = null;
        for (var look = 0; look < Looks; look++)
        {
            if (before is not null) await Task.Delay(UntilItIsOver, clock, ct);
            var page = await client.TicketAsync(id, Lane.Work, ct);
            if (page.Ticket is not { } ticket) return null;
            if (IsStill(ticket) || (before is not null && ticket.UpdatedAt == before.UpdatedAt)) return ticket;   // unchanged for a second, whatever the clocks say
            before = ticket;
        }

        return null;
    }
}
