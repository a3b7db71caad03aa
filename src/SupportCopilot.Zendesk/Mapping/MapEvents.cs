using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>A page of what happened on Zendesk's tickets → comments, changes, and what was merged.</summary>
internal static class MapEvents
{
    public static DeskPage Run(IReadOnlyList<ZendeskTicketEvent> events, DeskNames names)
    {
        var (comments, changes, marks) = (new List<DeskComment>(), new List<DeskChange>(), new List<DeskMark>());
        foreach (var happened in events)
        {
            if (happened.TicketId is not { } ticketId) continue;
            var ticket = WireText.Of(ticketId);
            var at = AtOf(happened);
            foreach (var part in happened.ChildEvents ?? [])
            {
                if (IsComment(part))
                {
                    if (MapComment.Run(part, at, names) is { } comment) comments.Add(new(ticket, comment));
                    marks.AddRange(Merged(part, ticketId));
                }
                else if (part is { EventType: "Change", Id: { } id } && at is { } when)
                {
                    changes.AddRange(Changed(part, names).Select(c => new DeskChange(ticket, $"{WireText.Of(id)}/{c.Field}", new(when, c.Field, c.From, c.To))));
                }
            }
        }

        return new DeskPage(TicketSource.Zendesk) { Comments = comments, Changes = changes, Marks = marks, Rows = events.Count };
    }

    /// <summary>The tickets whose threads must be read anew: a word in them was taken away, and the event does not say what is left.</summary>
    public static IReadOnlyList<long> Reread(IEnumerable<ZendeskTicketEvent> events) =>
        [.. events.Where(e => (e.ChildEvents ?? []).Any(TakesAway)).Select(e => e.TicketId).OfType<long>().Distinct()];

    /// <summary>When an update happened (UTC).</summary>
    public static DateTime? AtOf(ZendeskTicketEvent happened) =>
        happened.CreatedAt ?? (happened.Timestamp is { } second ? DateTime.UnixEpoch.AddSeconds(second) : null);

    private static bool IsComment(ZendeskChildEvent part) =>
        part.EventType is "Comment" or "VoiceComment" && (part.Body ?? part.HtmlBody ?? part.PlainBody) is not null;

    private static bool TakesAway(ZendeskChildEvent part) =>
        part.EventType is { } type && (type.Contains("Redact", StringComparison.OrdinalIgnoreCase) || type.Contains("Privacy", StringComparison.OrdinalIgnoreCase));

    /// <summary>A merge leaves a comment on the ticket that lives on, which names those that went into it.</summary>
    private static IEnumerable<DeskMark> Merged(ZendeskChildEvent comment, long ticketId) => comment.Via is { Relation: "merge" } via
        ? via.FromTickets.Where(from => from != ticketId).Select(from => new DeskMark(WireText.Of(from)) { MergedInto = WireText.Of(ticketId) })
        : [];

    private static IEnumerable<(string Field, string? From, string? To)> Changed(ZendeskChildEvent part, DeskNames names)
    {
        var before = part.PreviousValue;
        if (part.Status is { } status) yield return ("status", before is null ? null : WireWords.Status(before), WireWords.Status(status));
        if (part.Priority is { } priority) yield return ("priority", WireWords.Priority(before), WireWords.Priority(priority));
        if (part.AssigneeId is { } assignee) yield return ("assignee", PersonOf(before, names), PersonOf(assignee, names));
        if (part.GroupId is { } group) yield return ("group", GroupOf(before, names), GroupOf(group, names));
    }

    private static string? PersonOf(string? id, DeskNames names) => long.TryParse(id, out var number) ? names.Person(number)?.Name : null;

    private static string? GroupOf(string? id, DeskNames names) => long.TryParse(id, out var number) ? names.Group(number)?.Name : null;
}
