using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.Writing.Desks;

/// <summary>Brings together what a page says of each ticket.</summary>
internal static class PlanPage
{
    public static List<DeskPlan> Run(DeskPage page)
    {
        var states = page.Tickets.GroupBy(t => t.ExternalId).ToDictionary(same => same.Key, Newest);
        var comments = page.Comments.ToLookup(c => c.TicketExternalId, c => c.Comment);
        var changes = page.Changes.ToLookup(c => c.TicketExternalId);
        var marks = page.Marks.ToLookup(m => m.TicketExternalId);
        var deleted = page.Deleted.ToHashSet();
        var ids = states.Keys.Concat(comments.Select(c => c.Key)).Concat(changes.Select(c => c.Key)).Concat(marks.Select(m => m.Key)).Concat(deleted);

        return [.. ids.Distinct().Select(id =>
        {
            var state = states.GetValueOrDefault(id);
            return new DeskPlan(PlanOf(page.Source, id, state, [.. comments[id]]))
            {
                SaysState = state is not null,
                IsDeleted = deleted.Contains(id),
                Changes = [.. changes[id]],
                Marks = [.. marks[id]],
            };
        })];
    }

    /// <summary>Of two states of one ticket the newer counts, of two equally old ones the later.</summary>
    private static IncomingTicket Newest(IEnumerable<IncomingTicket> states) =>
        states.Aggregate((one, other) => other.UpdatedAt < one.UpdatedAt ? one : other);

    private static TicketPlan PlanOf(string source, string id, IncomingTicket? state, IReadOnlyList<IncomingComment> comments)
    {
        // The thread has no part in it: a state is the same whether or not the page holds the thread.
        var hash = state is null ? 0 : ContentHash.Of(state with { Comments = null, Changes = null });
        var all = comments.Count == 0 ? state?.Comments : [.. state?.Comments ?? [], .. comments];
        return new TicketPlan((state ?? new IncomingTicket(source, id)) with { Comments = all, Changes = null }, hash) { NeedsThread = state is not null || comments.Count > 0 };
    }
}
