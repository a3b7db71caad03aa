using ZendeskSimulator.Accounts;
using ZendeskSimulator.Limits;
using ZendeskSimulator.Ratings;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.People;

/// <summary>Somebody who works in the account's own windows: an agent, or a customer who writes mails. No limit holds them up, but agents' updates count against the account's.</summary>
public sealed class Person
{
    private static readonly Via Window = new("web");

    private readonly SimulatedZendesk _zendesk;

    internal Person(SimulatedZendesk zendesk, long id)
    {
        _zendesk = zendesk;
        Id = id;
    }

    /// <summary>The user's id.</summary>
    public long Id { get; }

    /// <summary>Opens a ticket.</summary>
    /// <returns>Its number.</returns>
    public long Opens(string subject, string body, params string[] tags) => _zendesk.Within(account => CreateTicket.Apply(account, new TicketChanges
    {
        Values = new Dictionary<string, string?> { ["subject"] = subject },
        Comment = new NewComment(body),
        Tags = tags.Length == 0 ? null : tags,
    }, User(account), Window).Id);

    /// <summary>Writes on a ticket; a customer's words open it again.</summary>
    public long Writes(long ticket, string body, bool isPublic = true) => Change(ticket, (account, found) => new TicketChanges
    {
        Comment = new NewComment(body, IsPublic: isPublic),
        Values = !User(account).IsStaff && found.Status is "pending" or "solved" ? new Dictionary<string, string?> { ["status"] = "open" } : new Dictionary<string, string?>(),
    });

    /// <summary>Adds tags.</summary>
    public long AddsTags(long ticket, params string[] tags) => Change(ticket, (_, _) => new TicketChanges { AddTags = TagWords.Normal(tags) });

    /// <summary>Takes tags away.</summary>
    public long RemovesTags(long ticket, params string[] tags) => Change(ticket, (_, _) => new TicketChanges { RemoveTags = TagWords.Normal(tags) });

    /// <summary>Sets the priority; null takes it away.</summary>
    public long SetsPriority(long ticket, string? priority) => Sets(ticket, "priority", priority);

    /// <summary>Sets any field by its name in the API.</summary>
    public long Sets(long ticket, string field, string? value) => Change(ticket, (_, _) => new TicketChanges { Values = new Dictionary<string, string?> { [field] = value } });

    /// <summary>Answers and solves it.</summary>
    public long Solves(long ticket, string answer = "Done, thank you.") => Change(ticket, (_, found) => new TicketChanges
    {
        Comment = new NewComment(answer),
        Values = found.AssigneeId is null
            ? new Dictionary<string, string?> { ["assignee_id"] = Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["status"] = "solved" }
            : new Dictionary<string, string?> { ["status"] = "solved" },
    });

    /// <summary>Says how a ticket was served.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="isGood">Well or badly.</param>
    /// <param name="stars">From 1 to 5 where a survey asks; null for a rating of the older kind.</param>
    /// <param name="comment">In words.</param>
    public void Rates(long ticket, bool isGood, int? stars = null, string? comment = null) => _zendesk.Within(account =>
    {
        RateTicket.Apply(account, ticket, isGood, stars, comment, User(account));
        return ticket;
    });

    /// <summary>Merges tickets into one: they are closed, and both sides say so.</summary>
    public void Merges(long target, params long[] sources) => _zendesk.Within(account =>
    {
        MergeTickets.Apply(account, target, sources, new MergeWords(), User(account));
        return target;
    });

    /// <summary>Deletes a ticket.</summary>
    public void Deletes(long ticket) => _zendesk.Within(account =>
    {
        DeleteTicket.Apply(account, ticket, User(account));
        return 0;
    });

    /// <summary>Redacts words in a comment.</summary>
    public void Redacts(long ticket, long comment, string text) => _zendesk.Within(account => RedactComment.Apply(account, ticket, comment, text, User(account)).Audit.Id);

    private long Change(long ticket, Func<Account, Ticket, TicketChanges> with) => _zendesk.Within(account =>
    {
        var user = User(account);
        if (user.IsStaff) account.Meter.CountQuietly(Limit.UpdateTicket);
        var found = account.Tickets.Find(ticket) ?? throw new InvalidOperationException($"The simulated account has no ticket {ticket}.");
        return ChangeTicket.Apply(account, ticket, with(account, found), user, Window).Id;
    });

    private User User(Account account) => account.People.User(Id) ?? throw new InvalidOperationException($"The simulated account knows nobody with id {Id}.");
}
