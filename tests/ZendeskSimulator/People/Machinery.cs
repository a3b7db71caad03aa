using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.People;

/// <summary>What the account does by itself.</summary>
public sealed class Machinery
{
    private readonly SimulatedZendesk _zendesk;

    internal Machinery(SimulatedZendesk zendesk) => _zendesk = zendesk;

    /// <summary>A system update: the ticket comes again in the export with another <c>generated_timestamp</c>, the same <c>updated_at</c>, and no audit.</summary>
    public void Touches(long ticket) => _zendesk.Within(account =>
    {
        var found = account.Tickets.FindToChange(ticket) ?? throw new InvalidOperationException($"The simulated account has no ticket {ticket}.");
        account.Tickets.Touch(found, account.Now);
        return 0;
    });

    /// <summary>An automation closes a ticket, which nobody can change any more.</summary>
    public void Closes(long ticket) => _zendesk.Within(account =>
    {
        var admin = account.People.User(Generated.Ids.Admin)!;
        return ChangeTicket.Apply(account, ticket, new TicketChanges { Values = new Dictionary<string, string?> { ["status"] = "closed" } }, admin, new Via("rule", "automation")).Id;
    });
}
