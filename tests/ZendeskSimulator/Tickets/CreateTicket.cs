using ZendeskSimulator.Accounts;
using ZendeskSimulator.Generated;
using ZendeskSimulator.People;

namespace ZendeskSimulator.Tickets;

/// <summary>Opens a ticket.</summary>
internal static class CreateTicket
{
    public static Ticket Apply(Account account, TicketChanges asked, User actor, Via via)
    {
        var requester = long.TryParse(asked.Values.GetValueOrDefault("requester_id"), out var id) ? id : actor.Id;
        var assignee = long.TryParse(asked.Values.GetValueOrDefault("assignee_id"), out var taker) ? taker : (long?)null;
        var first = asked.Comment ?? new NewComment(asked.Values.GetValueOrDefault("subject") ?? "(no words)");
        var ticket = new Ticket
        {
            Id = account.Tickets.NextNumber(),
            Subject = asked.Values.GetValueOrDefault("subject") ?? first.Body.Split('\n')[0],
            Description = first.Body,
            Status = asked.Values.GetValueOrDefault("status") ?? (assignee is null ? "new" : "open"),
            Priority = asked.Values.GetValueOrDefault("priority"),
            Type = asked.Values.GetValueOrDefault("type"),
            ExternalId = asked.Values.GetValueOrDefault("external_id"),
            RequesterId = requester,
            SubmitterId = actor.Id,
            AssigneeId = assignee,
            GroupId = long.TryParse(asked.Values.GetValueOrDefault("group_id"), out var group) ? group : assignee is { } agent ? account.People.User(agent)?.GroupId : null,
            OrganizationId = account.People.User(requester)?.OrganizationId,
            BrandId = long.TryParse(asked.Values.GetValueOrDefault("brand_id"), out var brand) ? brand : Ids.FirstBrand,
            Via = via,
            Tags = TagWords.Normal((asked.Tags ?? []).Concat(asked.AddTags)),
            CustomFields = new Dictionary<long, string?>(asked.CustomFields),
            CreatedAt = account.Now,
            GeneratedAt = account.Now,
        };
        account.Tickets.Add(ticket);
        account.Record(ticket, new Audit(account.NextId(), ticket.Id, actor.Id, account.Now, via,
        [
            new CommentEvent(account.NextId(), first.AuthorId ?? requester, first.Body, first.IsPublic) { Html = first.Html },
            new ChangeEvent(account.NextId(), "subject", ticket.Subject, null, isCreate: true),
            new ChangeEvent(account.NextId(), "status", ticket.Status, null, isCreate: true),
            new ChangeEvent(account.NextId(), "priority", ticket.Priority, null, isCreate: true),
            new ChangeEvent(account.NextId(), "tags", ticket.Tags, null, isCreate: true),
        ])
        { Custom = asked.Custom });
        return ticket;
    }
}
