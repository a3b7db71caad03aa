using System.Globalization;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;
using ZendeskSimulator.People;

namespace ZendeskSimulator.Tickets;

/// <summary>Changes a ticket, as one update with one audit, or refuses to.</summary>
internal static class ChangeTicket
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["status"] = ["new", "open", "pending", "hold", "solved", "closed"],
        ["priority"] = ["low", "normal", "high", "urgent"],
        ["type"] = ["problem", "incident", "question", "task"],
    };

    /// <returns>The audit; one that stands nowhere where nothing changed.</returns>
    /// <exception cref="Refused">Not found, closed, changed meanwhile, or not valid.</exception>
    public static Audit Apply(Account account, long id, TicketChanges changes, User actor, Via via)
    {
        if (account.Tickets.Find(id) is not { IsDeleted: false } found) throw new Refused(SimulatedAnswer.NotFound());
        if (found.IsClosed) throw new Refused(SimulatedAnswer.Invalid("status", "Status: closed prevents ticket update"));
        if (changes.OnlyIfStill is { } stamp && stamp != found.UpdatedAt)
            throw new Refused(SimulatedAnswer.Error(409, "UpdateConflict", "Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again."));
        foreach (var (field, value) in changes.Values)
            if (value is not null && Allowed.TryGetValue(field, out var words) && !words.Contains(value)) throw new Refused(SimulatedAnswer.Invalid(field, $"{field}: {value} is not valid"));

        var events = EventsOf(account, found, changes, actor);
        var audit = new Audit(account.NextId(), id, actor.Id, account.Now, via, events) { Custom = changes.Custom };
        if (events.Count == 0) return audit;

        var ticket = account.Tickets.FindToChange(id)!;
        foreach (var change in events.OfType<ChangeEvent>()) Set(ticket, change);
        account.Record(ticket, audit);
        return audit;
    }

    private static List<AuditEvent> EventsOf(Account account, Ticket ticket, TicketChanges changes, User actor)
    {
        var events = new List<AuditEvent>();
        if (changes.Comment is { } comment)
            events.Add(new CommentEvent(account.NextId(), comment.AuthorId ?? actor.Id, comment.Body, comment.IsPublic) { Html = comment.Html });
        foreach (var (field, value) in changes.Values)
            if (Get(ticket, field) is var was && was != value) events.Add(new ChangeEvent(account.NextId(), field, value, was));
        // A ticket that somebody has, or that an agent answered, is new no longer.
        if (ticket.Status == "new" && !changes.Values.ContainsKey("status") && (changes.Values.GetValueOrDefault("assignee_id") is not null || changes.Comment is { IsPublic: true } && actor.IsStaff))
            events.Add(new ChangeEvent(account.NextId(), "status", "open", "new"));
        var tags = TagWords.Normal((changes.Tags ?? ticket.Tags).Concat(changes.AddTags).Except(changes.RemoveTags, StringComparer.Ordinal));
        if (!tags.SequenceEqual(ticket.Tags, StringComparer.Ordinal)) events.Add(new ChangeEvent(account.NextId(), "tags", tags, ticket.Tags));
        foreach (var (field, value) in changes.CustomFields)
            if (ticket.CustomFields.GetValueOrDefault(field) is var was && was != value) events.Add(new ChangeEvent(account.NextId(), field.ToString(CultureInfo.InvariantCulture), value, was));
        return events;
    }

    private static string? Get(Ticket ticket, string field) => field switch
    {
        "subject" => ticket.Subject,
        "status" => ticket.Status,
        "priority" => ticket.Priority,
        "type" => ticket.Type,
        "external_id" => ticket.ExternalId,
        "assignee_id" => Text(ticket.AssigneeId),
        "group_id" => Text(ticket.GroupId),
        "requester_id" => Text(ticket.RequesterId),
        "organization_id" => Text(ticket.OrganizationId),
        "brand_id" => Text(ticket.BrandId),
        _ => null,
    };

    private static void Set(Ticket ticket, ChangeEvent change)
    {
        var text = change.Value as string;
        switch (change.Field)
        {
            case "subject": ticket.Subject = text ?? ""; break;
            case "status": ticket.Status = text ?? "open"; break;
            case "priority": ticket.Priority = text; break;
            case "type": ticket.Type = text; break;
            case "external_id": ticket.ExternalId = text; break;
            case "assignee_id": ticket.AssigneeId = Number(text); break;
            case "group_id": ticket.GroupId = Number(text); break;
            case "requester_id": ticket.RequesterId = Number(text) ?? ticket.RequesterId; break;
            case "organization_id": ticket.OrganizationId = Number(text); break;
            case "brand_id": ticket.BrandId = Number(text) ?? ticket.BrandId; break;
            case "tags": ticket.Tags = (IReadOnlyList<string>)change.Value!; break;
            default: ticket.CustomFields[long.Parse(change.Field, CultureInfo.InvariantCulture)] = text; break;
        }
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string? text) => text is null ? null : long.Parse(text, CultureInfo.InvariantCulture);
}
