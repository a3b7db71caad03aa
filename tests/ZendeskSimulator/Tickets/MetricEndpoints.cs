using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Tickets;

/// <summary>What was measured of tickets.</summary>
internal static class MetricEndpoints
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/ticket_metrics", List),
        new("GET", "/api/v2/ticket_metrics/{id}", Show),
        new("GET", "/api/v2/tickets/{id}/metrics", call => One(call, call.Ticket())),
    ];

    private static SimulatedAnswer List(Call call)
    {
        var last = call.Account.Tickets.LastNumber;
        // The youngest come first.
        var all = Enumerable.Range(0, last).Select(n => call.Account.Tickets.Find(last - n)).Where(t => t is { IsDeleted: false }).Select(t => t!);
        return Pages.Answer(call, all, last, (json, page) => json.WriteObjects("ticket_metrics", page, (json, it) => MetricJson.Write(json, it, call.Root)));
    }

    // Asked for by its own id, Zendesk answers with a list.
    private static SimulatedAnswer Show(Call call)
    {
        var ticket = call.Account.Tickets.Find(MetricJson.TicketOf(call.Id())) is { IsDeleted: false } found ? found : throw new Refused(SimulatedAnswer.NotFound());
        return SimulatedAnswer.Ok(json => json.WriteObjects("ticket_metric", [ticket], (json, it) => MetricJson.Write(json, it, call.Root)));
    }

    private static SimulatedAnswer One(Call call, Ticket ticket) => SimulatedAnswer.Ok(json => json.WriteObject("ticket_metric", ticket, (json, it) => MetricJson.Write(json, it, call.Root)));
}
