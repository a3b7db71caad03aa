using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.Writing.Desks;

/// <summary>
/// Brings what a desk says of a ticket together with what is stored: its newest state as a whole, its thread comment by
/// comment, and never what a person set here.
/// </summary>
internal static class MergeDeskTicket
{
    public static void Run(DeskPlan plan, PeopleIds ids, DateTime now)
    {
        var ticket = plan.Ticket;
        var row = ticket.Row ??= Tombstone.Stub(ticket.Said.Source, ticket.Said.ExternalId);
        var isNews = plan.SaysState && ticket.StoredHash != ticket.Hash && !IsOlder(ticket.Said, row);
        if (plan.IsDeleted || (isNews && ticket.Said.Status == TicketStatus.Deleted))
        {
            Bury(plan, row, plan.IsDeleted ? now : ticket.Said.UpdatedAt ?? now);
            return;
        }

        if (Tombstone.Is(row) && !isNews)
        {
            Leave(plan);   // words that arrive late at a grave
            return;
        }

        Take(plan, row, isNews, ids);
    }

    private static void Take(DeskPlan plan, Ticket row, bool isNews, PeopleIds ids)
    {
        var ticket = plan.Ticket;
        var before = Values(row);
        var wasHidden = row.Status == TicketStatus.Deleted;
        plan.WasAwakened = Tombstone.Is(row);
        plan.TookState = isNews;
        plan.WasBorn = isNews && wasHidden && !plan.WasAwakened;
        ticket.IsBare = wasHidden;
        var subjectBefore = row.Subject;

        var owesTriage = isNews && TakeState(plan, row, ids);
        foreach (var mark in plan.Marks) Take(mark, row);
        if (!isNews) ticket.Said = ticket.Said with { Tags = null, Fields = null, Description = null };
        var thread = MergeThread.Run(plan, row, ids);
        if (thread is not null) DeskTimes.TakeFromThread(row, thread);
        ticket.Comments = thread;
        plan.Comments = thread is null ? 0 : MergeThread.Changed(thread, ticket.StoredComments);

        var isHidden = row.Status == TicketStatus.Deleted;
        var wordsChanged = row.Subject != subjectBefore || (thread is not null && MergeThread.PublicWordsDiffer(thread, ticket.StoredComments));
        ticket.SavesRow = ticket.IsNew || isNews || (wordsChanged && !isHidden) || !Values(row).SequenceEqual(before);
        plan.IsChanged = ticket.SavesRow || thread is not null;
        if (!ticket.SavesRow) return;

        if (isNews) row.ContentHash = ticket.Hash;
        row.Version++;
        if (isHidden) return;
        if (isNews || wordsChanged) row.Owed |= Owed.Index;   // it holds status, group, organization and brand beside the words
        if (owesTriage || wordsChanged || wasHidden) row.Owed |= Owed.Triage;
    }

    /// <summary>A desk counts in whole seconds; of two states of one second the one that comes later is the later one.</summary>
    private static bool IsOlder(IncomingTicket said, Ticket row) => Tombstone.Is(row) ? !(said.UpdatedAt > row.UpdatedAt) : said.UpdatedAt < row.UpdatedAt;

    private static void Bury(DeskPlan plan, Ticket row, DateTime at)
    {
        if (Tombstone.Is(row))
        {
            Leave(plan);
            return;
        }

        Tombstone.Bury(row, at);
        plan.Ticket.Said = new IncomingTicket(plan.Ticket.Said.Source, plan.Ticket.Said.ExternalId);
        plan.TookState = plan.IsChanged = plan.WasBuried = true;
    }

    private static void Leave(DeskPlan plan) => plan.IsChanged = plan.Ticket.SavesRow = false;

    /// <returns>Whether somebody at the desk changed what triage had said.</returns>
    private static bool TakeState(DeskPlan plan, Ticket row, PeopleIds ids)
    {
        var said = plan.Ticket.Said;
        var givenBefore = Given(row);
        var word = DeskWord.Of(said, row, plan.Writing);
        foreach (var field in TriageFields.Each)
        {
            if (field is not TriageField.Priority && (row.Corrected & field) == 0 && Clip.Said(said.Given[field], 100) is { } value) row.Given[field] = value;
        }

        row.Given.Priority = Clip.Said(word.Priority, 100);
        row.Corrected = word.Corrected;

        var wasDone = DeskTimes.IsDone(row.Status);
        row.Status = Clip.Said(said.Status, 20) ?? (row.Status == TicketStatus.Deleted ? TicketStatus.New : row.Status);
        row.Subject = Said(said, Clip.Said(said.Subject, 1000), row.Subject) ?? "";
        row.Type = Said(said, Clip.Said(said.Type, 60), row.Type);
        row.Channel = Clip.Said(said.Channel, 60) ?? row.Channel;
        row.Product = Said(said, Clip.Said(said.Product, 200), row.Product);
        row.Brand = Said(said, Clip.Said(said.Brand, 200), row.Brand);
        row.RequesterId = ids.Of(said.Source, said.Requester) ?? row.RequesterId;
        row.AssigneeId = Said(said, ids.Of(said.Source, said.Assignee), row.AssigneeId);
        row.GroupId = Said(said, ids.GroupOf(said.Source, said.Group), row.GroupId);
        row.OrganizationId = Said(said, ids.OrganizationOf(said.Source, said.Organization), row.OrganizationId);
        Take(new DeskMark(said.ExternalId) { SlaMet = said.SlaMet, Csat = said.Csat, CsatOffered = said.CsatOffered, MergedInto = said.MergedInto }, row);
        DeskTimes.Take(said, row, wasDone);
        return word.OwesTriage || givenBefore != Given(row);
    }

    /// <summary>What triage reads of a ticket beside its words.</summary>
    private static (string?, string?, string?, string?, string?, string?) Given(Ticket row) => (row.Type, row.Channel, row.Product, row.Brand, row.Given.Category, row.Given.Subcategory);

    private static T Said<T>(IncomingTicket said, T now, T before) => said.IsFullState ? now : now ?? before;

    private static void Take(DeskMark mark, Ticket row)
    {
        row.SlaMet = mark.SlaMet is false ? false : row.SlaMet ?? mark.SlaMet;
        row.Csat = mark.Csat ?? row.Csat;
        row.CsatOffered |= mark.CsatOffered is true || row.Csat is not null;
        if (mark.MergedInto is null) return;
        row.MergedInto = mark.MergedInto.Length > 0 ? Clip.To(mark.MergedInto, 100) : row.MergedInto ?? "";   // empty: the desk does not say into which
        DeskTimes.LeaveUnsolved(row);
    }

    private static object?[] Values(Ticket row) => [.. TicketColumns.All.Select(column => column.Get(row))];
}
