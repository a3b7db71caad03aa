using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;
using ZendeskSimulator.Jobs;

namespace ZendeskSimulator.Tickets;

/// <summary>Deleted tickets: list, restore, take away for good.</summary>
internal static class DeletedTicketEndpoints
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/deleted_tickets", List),
        new("PUT", "/api/v2/deleted_tickets/{id}/restore", Restore),
        new("DELETE", "/api/v2/deleted_tickets/{id}", Scrub),
    ];

    private static SimulatedAnswer List(Call call)
    {
        var deleted = call.Account.Tickets.Changed.Values.Where(t => t.IsDeleted).OrderBy(t => t.CreatedAt).ToList();
        return Pages.Answer(call, deleted, deleted.Count, (json, page) => json.WriteObjects("deleted_tickets", page, (json, ticket) =>
        {
            json.WriteNumber("id", ticket.Id);
            json.WriteString("subject", ticket.Subject);
            json.WriteObject("actor", call.Account.People.User(ticket.DeletedBy ?? 0), static (json, actor) =>
            {
                json.WriteNumber("id", actor?.Id ?? 0);
                json.WriteString("name", actor?.Name ?? "");
            });
            json.WriteTime("deleted_at", ticket.DeletedAt);
            json.WriteString("previous_state", ticket.Status);
        }));
    }

    private static SimulatedAnswer Restore(Call call)
    {
        var ticket = Deleted(call.Account, call.Id());
        (ticket.DeletedAt, ticket.DeletedBy) = (null, null);
        call.Account.Record(ticket, new Audit(call.Account.NextId(), ticket.Id, call.Actor.Id, call.Account.Now, new Via("web"), [new ChangeEvent(call.Account.NextId(), "status", ticket.Status, "deleted")]));
        return new SimulatedAnswer(200, default);
    }

    private static SimulatedAnswer Scrub(Call call)
    {
        var id = Deleted(call.Account, call.Id()).Id;
        return JobEndpoints.Accept(call, [new JobPart(id, "delete", "Deleted", account => account.Tickets.Scrub(Deleted(account, id)))]);
    }

    private static Ticket Deleted(Account account, long id) => account.Tickets.Find(id) is { IsDeleted: true } ticket ? ticket : throw new Refused(SimulatedAnswer.NotFound());
}
