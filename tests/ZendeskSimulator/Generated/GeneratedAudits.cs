using System.Globalization;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Generated;

/// <summary>What happened to a ticket that was there from the start, told from its course.</summary>
internal static class GeneratedAudits
{
    public static readonly string[] Priorities = ["low", "normal", "high", "urgent"];

    /// <summary>Its audits, oldest first.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="answer">What solves it.</param>
    /// <param name="only">The one that is wanted; all where it is null. The event export takes them one by one.</param>
    public static List<Audit> Of(Ticket ticket, string answer, int? only = null)
    {
        var steps = Courses.Steps(Courses.Of(ticket.Id));
        var audits = new List<Audit>(only is null ? 1 + steps.Length : 1);
        if (only is null or 0) audits.Add(Creation(ticket));
        var status = "new";
        var isTaken = false;
        for (var n = 1; n <= steps.Length; n++)
        {
            var deed = steps[n - 1].Deed;
            if (only is null || only == n) audits.Add(Make(ticket, n, steps[n - 1], answer, status, isTaken));
            status = Becomes(deed, status);
            isTaken |= Takes(deed);
        }
        return audits;
    }

    private static Audit Creation(Ticket ticket) => new(Ids.Audit(ticket.Id, 0), ticket.Id, ticket.RequesterId, ticket.CreatedAt, ticket.Via,
    [
        new CommentEvent(Ids.Audit(ticket.Id, 0, 1), ticket.RequesterId, ticket.Description, isPublic: true),
        new ChangeEvent(Ids.Audit(ticket.Id, 0, 2), "subject", ticket.Subject, null, isCreate: true),
        new ChangeEvent(Ids.Audit(ticket.Id, 0, 3), "status", "new", null, isCreate: true),
        new ChangeEvent(Ids.Audit(ticket.Id, 0, 4), "tags", ticket.Tags, null, isCreate: true),
    ]);

    private static Audit Make(Ticket ticket, int n, Step step, string answer, string status, bool isTaken)
    {
        var dice = new Dice((ulong)n, ticket.Id);
        var agent = ticket.AssigneeId ?? Ids.FirstAgent;
        var author = step.Deed switch { Deed.Return => ticket.RequesterId, Deed.Close => Ids.Admin, _ => agent };
        var events = new List<AuditEvent>(3);
        var next = 2;
        long Part() => Ids.Audit(ticket.Id, n, next++);

        if (Words(step.Deed, answer, ref dice) is { } words) events.Add(new CommentEvent(Ids.Audit(ticket.Id, n, 1), author, words, isPublic: step.Deed is not Deed.Note));
        if (Becomes(step.Deed, status) is var becomes && becomes != status) events.Add(new ChangeEvent(Part(), "status", becomes, status));
        if (step.Deed is Deed.Take) events.Add(new ChangeEvent(Part(), "priority", ticket.Priority, null));
        if (Takes(step.Deed) && !isTaken)
        {
            events.Add(new ChangeEvent(Part(), "assignee_id", agent.ToString(CultureInfo.InvariantCulture), null));
            events.Add(new ChangeEvent(Part(), "group_id", ticket.GroupId?.ToString(CultureInfo.InvariantCulture), null));
        }
        return new Audit(Ids.Audit(ticket.Id, n), ticket.Id, author, ticket.CreatedAt + step.After, step.Deed is Deed.Close ? new Via("rule", "automation") : new Via("web"), events);
    }

    private static string Becomes(Deed deed, string status) => deed switch { Deed.Take or Deed.Return => "open", Deed.Reply => "pending", Deed.Solve => "solved", Deed.Close => "closed", _ => status };

    private static bool Takes(Deed deed) => deed is Deed.Take or Deed.Reply or Deed.Solve;

    private static string? Words(Deed deed, string answer, ref Dice dice) => deed switch
    {
        Deed.Reply => dice.Of<string>(Phrases.Replies),
        Deed.Note => dice.Of<string>(Phrases.Notes),
        Deed.Return => Phrases.Fill(dice.Of<string>(Phrases.Returns), dice.Below(10_000).ToString(CultureInfo.InvariantCulture)),
        Deed.Solve => answer,
        _ => null,
    };
}
