using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Writing;

/// <summary>
/// Brings what a source says together with what is stored: what it does not say, or says blank, undoes nothing, and what
/// a person set here stays.
/// </summary>
internal static class MergeTicket
{
    public static void Run(TicketPlan plan, PeopleIds ids)
    {
        var said = plan.Said;
        var row = plan.Row ??= new Ticket { Source = said.Source, ExternalId = said.ExternalId, Version = 0 };

        var judgedAnew = TakeWords(plan, row, ids) | TakeGiven(said, row);
        var besideBefore = (row.Type, row.Channel, row.Product, row.Brand);
        row.Status = Clip.Said(said.Status, 20) ?? row.Status;
        row.Type = Clip.Said(said.Type, 60) ?? row.Type;
        row.Channel = Clip.Said(said.Channel, 60) ?? row.Channel;
        row.Product = Clip.Said(said.Product, 200) ?? row.Product;
        row.Brand = Clip.Said(said.Brand, 200) ?? row.Brand;
        judgedAnew |= besideBefore != (row.Type, row.Channel, row.Product, row.Brand);
        row.RequesterId = ids.Of(said.Source, said.Requester) ?? row.RequesterId;
        row.AssigneeId = ids.Of(said.Source, said.Assignee) ?? row.AssigneeId;
        row.GroupId = ids.GroupOf(said.Source, said.Group) ?? row.GroupId;
        row.OrganizationId = ids.OrganizationOf(said.Source, said.Organization) ?? row.OrganizationId;
        row.SlaMet = said.SlaMet ?? row.SlaMet;
        row.Csat = said.Csat ?? row.Csat;
        row.CsatOffered = said.CsatOffered ?? (row.CsatOffered || row.Csat is not null);
        TicketTimes.Take(said, row);

        // The index holds status, group, organization and brand beside the words: any change makes it stale.
        row.Owed |= judgedAnew || plan.IsNew ? Owed.Triage | Owed.Index : Owed.Index;
        row.ContentHash = plan.Hash;
        row.Version++;
    }

    private static bool TakeWords(TicketPlan plan, Ticket row, PeopleIds ids)
    {
        var subject = Clip.Said(plan.Said.Subject, 1000) ?? row.Subject;
        var subjectChanged = subject != row.Subject;
        row.Subject = subject;
        if (plan.Said.Comments is null) return subjectChanged;

        var comments = ThreadOf(plan, ids);
        if (IsSame(comments, plan.StoredComments)) return subjectChanged;
        plan.Comments = comments;
        return true;
    }

    private static List<Comment> ThreadOf(TicketPlan plan, PeopleIds ids)
    {
        var last = new Dictionary<string, IncomingComment>();
        foreach (var comment in plan.Said.Comments!) last[Clip.To(comment.ExternalId, 100)] = comment;
        return [.. last.Select((pair, position) => new Comment
        {
            TicketId = plan.Id,
            ExternalId = pair.Key,
            Position = position,
            AuthorId = ids.Of(plan.Said.Source, pair.Value.Author),
            AuthorKind = pair.Value.AuthorKind,
            IsPublic = pair.Value.IsPublic,
            Body = pair.Value.Body,
            CreatedAt = pair.Value.CreatedAt,
        })];
    }

    private static bool IsSame(List<Comment> comments, List<Comment> stored) =>
        comments.Count == stored.Count && comments.Zip(stored).All(pair => StoredComment.SaysTheSame(pair.First, pair.Second));

    private static bool TakeGiven(IncomingTicket said, Ticket row)
    {
        var changed = false;
        foreach (var field in TriageFields.Each)
        {
            if ((row.Corrected & field) != 0 || Clip.Said(said.Given[field], 100) is not { } value || value == row.Given[field]) continue;
            row.Given[field] = value;
            changed = true;
        }

        return changed;
    }
}
