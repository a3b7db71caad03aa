using ZendeskSimulator.Accounts;
using ZendeskSimulator.Exports;
using ZendeskSimulator.Http;
using ZendeskSimulator.Limits;

namespace ZendeskSimulator.Tickets;

/// <summary>One ticket: show, create, update, delete.</summary>
internal static class TicketEndpoints
{
    public static readonly Via Api = new("api");

    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/tickets/count", Count),
        new("GET", "/api/v2/tickets", List),
        new("POST", "/api/v2/tickets", Create),
        new("GET", "/api/v2/tickets/{id}", Show),
        new("PUT", "/api/v2/tickets/{id}", Update, Limit.UpdateTicket),
        new("DELETE", "/api/v2/tickets/{id}", Delete),
    ];

    private static SimulatedAnswer Show(Call call)
    {
        var ticket = call.Ticket();
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObject("ticket", ticket, (json, it) => TicketJson.Write(json, it, call.Root));
            Sideloads.Write(json, call, [ticket]);
        });
    }

    private static SimulatedAnswer List(Call call)
    {
        var count = call.Account.Tickets.LastNumber;
        var all = Enumerable.Range(1, count).Select(id => call.Account.Tickets.Find(id)).Where(t => t is { IsDeleted: false }).Select(t => t!);
        return Pages.Answer(call, all, count, (json, page) => json.WriteObjects("tickets", page, (json, it) => TicketJson.Write(json, it, call.Root)));
    }

    private static SimulatedAnswer Count(Call call) => SimulatedAnswer.Ok(json =>
    {
        json.WriteStartObject("count");
        json.WriteNumber("value", call.Account.Tickets.LastNumber);
        json.WriteTime("refreshed_at", call.Account.Now);
        json.WriteEndObject();
    });

    private static SimulatedAnswer Create(Call call)
    {
        var ticket = CreateTicket.Apply(call.Account, TicketChanges.Read(call.Body("ticket")), call.Actor, Api);
        return Written(call, 201, ticket, ticket.Audits[0]) with { Headers = new() { ["Location"] = $"{call.Root}/api/v2/tickets/{ticket.Id}.json" } };
    }

    private static SimulatedAnswer Update(Call call)
    {
        var audit = ChangeTicket.Apply(call.Account, call.Id(), TicketChanges.Read(call.Body("ticket")), call.Actor, Api);
        return Written(call, 200, call.Ticket(), audit);
    }

    private static SimulatedAnswer Delete(Call call)
    {
        DeleteTicket.Apply(call.Account, call.Ticket().Id, call.Actor);
        return SimulatedAnswer.NoContent();
    }

    private static SimulatedAnswer Written(Call call, int status, Ticket ticket, Audit audit) => SimulatedAnswer.Json(status, json =>
    {
        json.WriteObject("ticket", ticket, (json, it) => TicketJson.Write(json, it, call.Root));
        json.WriteObject("audit", audit, AuditJson.Write);
    });
}
