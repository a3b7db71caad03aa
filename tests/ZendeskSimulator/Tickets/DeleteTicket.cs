using ZendeskSimulator.Accounts;
using ZendeskSimulator.People;

namespace ZendeskSimulator.Tickets;

/// <summary>Deletes a ticket: it is found no more, except as deleted in the exports and the list of deleted tickets.</summary>
internal static class DeleteTicket
{
    public static void Apply(Account account, long id, User actor)
    {
        if (account.Tickets.FindToChange(id) is not { IsDeleted: false } ticket) return;   // somebody was faster
        ticket.DeletedAt = account.Now;
        ticket.DeletedBy = actor.Id;
        account.Record(ticket, new Audit(account.NextId(), id, actor.Id, account.Now, new Via("web"), [new ChangeEvent(account.NextId(), "status", "deleted", ticket.Status)]));
    }
}
