using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Exports;
using ZendeskSimulator.Http;
using ZendeskSimulator.Jobs;

namespace ZendeskSimulator.Tickets;

/// <summary>Up to a hundred tickets at once.</summary>
internal static class ManyTicketsEndpoints
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/tickets/show_many", ShowMany),
        new("PUT", "/api/v2/tickets/update_many", UpdateMany),
    ];

    private static SimulatedAnswer ShowMany(Call call)
    {
        var tickets = call.Ids().Select(call.Account.Tickets.Find).Where(t => t is { IsDeleted: false }).Select(t => t!).ToList();
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("tickets", tickets, (json, it) => TicketJson.Write(json, it, call.Root));
            Sideloads.Write(json, call, tickets);
            json.WriteNumber("count", tickets.Count);
        }, size: 64 * 1024);
    }

    // Either one change for many ids, or a list of tickets that each carry their own.
    private static SimulatedAnswer UpdateMany(Call call)
    {
        var work = call.Request.Query("ids") is null ? OfList(call) : OfIds(call);
        return JobEndpoints.Accept(call, work);
    }

    private static List<JobPart> OfIds(Call call)
    {
        var changes = TicketChanges.Read(call.Body("ticket"), ofMany: true);
        return call.Ids().Select(id => Part(call, id, changes)).ToList();
    }

    private static List<JobPart> OfList(Call call)
    {
        var asked = call.Body("tickets");
        if (asked.ValueKind is not JsonValueKind.Array || asked.GetArrayLength() > 100) throw new Refused(SimulatedAnswer.Error(400, "TooManyValues", "At most 100 tickets are allowed"));
        var dialect = call.Account.Settings.Dialect;
        return asked.EnumerateArray().Select(ticket =>
        {
            var changes = TicketChanges.Read(ticket, dialect.ListFormHonoursAdditionalTags);
            return Part(call, IdOf(ticket), dialect.ListFormHonoursSafeUpdate ? changes : changes with { OnlyIfStill = null });
        }).ToList();
    }

    private static long IdOf(JsonElement ticket) => ticket.ValueKind is JsonValueKind.Object && ticket.TryGetProperty("id", out var id) && id.TryGetInt64(out var number)
        ? number
        : throw new Refused(SimulatedAnswer.Error(400, "ParameterMissing", "Each ticket needs its id"));

    private static JobPart Part(Call call, long id, TicketChanges changes)
    {
        var actor = call.Actor;
        return new JobPart(id, "update", "Updated", account => ChangeTicket.Apply(account, id, changes, actor, TicketEndpoints.Api));
    }
}
