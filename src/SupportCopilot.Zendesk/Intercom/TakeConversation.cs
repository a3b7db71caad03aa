using System.Text.Json;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Intercom;

/// <summary>
/// Keeps what notifications say of one conversation, as a ticket. Their order does not matter: the newest state counts, each
/// part is kept once, what was redacted stays redacted, and what was deleted stays so.
/// </summary>
internal sealed class TakeConversation(IDeskWriter writer)
{
    private const string Deletion = "conversation.deleted";

    /// <summary>Keeps them in one transaction.</summary>
    public async Task RunAsync(int tenantId, string conversation, IReadOnlyList<DeskEvent> events, CancellationToken ct)
    {
        var page = events.Any(e => e.Kind == Deletion)
            ? new DeskPage(TicketSource.Intercom) { Deleted = [conversation] }   // and nothing of its words
            : PageOf(conversation, events);
        await writer.WriteAsync(tenantId, page, ct);
    }

    private static DeskPage PageOf(string conversation, IReadOnlyList<DeskEvent> events)
    {
        var said = new List<Conversation>();
        foreach (var payload in events.OrderBy(e => e.OccurredAt).Select(e => e.Payload).OfType<string>())
        {
            using var notification = JsonDocument.Parse(payload);
            said.Add(ReadConversation.Run(conversation, notification.RootElement.Child("data").Child("item")));
        }

        return new(TicketSource.Intercom)
        {
            Tickets = [.. said.Select(s => s.State).OfType<IncomingTicket>()],
            Comments = [.. said.SelectMany(s => s.Comments).Select(comment => new DeskComment(conversation, comment))],
            People = [.. said.SelectMany(s => s.People)],
        };
    }
}
