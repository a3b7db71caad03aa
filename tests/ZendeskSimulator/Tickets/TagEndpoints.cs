using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;
using ZendeskSimulator.Limits;

namespace ZendeskSimulator.Tickets;

/// <summary>The tags of a ticket: PUT adds, POST replaces, DELETE removes.</summary>
internal static class TagEndpoints
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/tickets/{id}/tags", call => Answer(200, call.Ticket().Tags)),
        new("PUT", "/api/v2/tickets/{id}/tags", call => Change(call, 200, tags => new TicketChanges { AddTags = tags }), Limit.UpdateTicket),
        new("POST", "/api/v2/tickets/{id}/tags", call => Change(call, 201, tags => new TicketChanges { Tags = tags }), Limit.UpdateTicket),
        new("DELETE", "/api/v2/tickets/{id}/tags", Remove, Limit.UpdateTicket),
    ];

    private static SimulatedAnswer Remove(Call call)
    {
        Change(call, 200, tags => new TicketChanges { RemoveTags = tags });
        return SimulatedAnswer.NoContent();
    }

    private static SimulatedAnswer Change(Call call, int status, Func<IReadOnlyList<string>, TicketChanges> with)
    {
        var body = call.Body();
        var changes = with(TagWords.Read(call.Body("tags"))) with { OnlyIfStill = TicketChanges.StampOf(body) };
        ChangeTicket.Apply(call.Account, call.Id(), changes, call.Actor, TicketEndpoints.Api);
        return Answer(status, call.Ticket().Tags);
    }

    private static SimulatedAnswer Answer(int status, IReadOnlyList<string> tags) => SimulatedAnswer.Json(status, json => json.WriteTexts("tags", tags));
}
