using System.Globalization;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>
/// Makes one ticket of the rows that tell its changes, or its messages: the last state, and how it came to be. Rows are put
/// in order by revision, else by date of change, else as they stand. n log n in the rows of a ticket.
/// </summary>
internal static class FoldEvents
{
    private static readonly (string Name, Func<IncomingTicket, string?> Value)[] Watched =
    [
        ("status", t => t.Status), ("priority", t => t.Given.Priority), ("urgency", t => t.Given.Urgency), ("category", t => t.Given.Category),
        ("subcategory", t => t.Given.Subcategory), ("assignee", t => t.Assignee?.Name), ("group", t => t.Group?.Name), ("type", t => t.Type), ("product", t => t.Product),
    ];

    /// <param name="rows">The rows of one ticket, at least one, in the order of the file.</param>
    public static IncomingTicket Run(IReadOnlyList<TicketReading> rows)
    {
        var events = rows.OrderBy(row => row.Revision ?? 0).ThenBy(row => row.Revision is null ? At(row.Ticket!) ?? DateTime.MinValue : DateTime.MinValue).ToList();
        var last = events[^1].Ticket!;
        if (events.Count == 1) return last;
        return last with
        {
            Subject = events.Select(row => row.Ticket!.Subject).FirstOrDefault(subject => subject is not null),
            Requester = events.Select(row => row.Ticket!.Requester).FirstOrDefault(person => person is not null),
            CreatedAt = events.Min(row => row.Ticket!.CreatedAt),
            UpdatedAt = events.Max(row => row.Ticket!.UpdatedAt),
            Changes = History(events),
            Comments = Messages(events) ?? last.Comments,
        };
    }

    private static List<IncomingChange>? History(List<TicketReading> events)
    {
        var changes = new List<IncomingChange>();
        if (events[0].Ticket is { Status: { } first } begun && (begun.CreatedAt ?? At(begun)) is { } created) changes.Add(new(created, "status", null, first));
        foreach (var (before, after) in events.Zip(events.Skip(1)))
        {
            if (At(after.Ticket!) is not { } at) continue;
            foreach (var (name, value) in Watched)
            {
                var (from, to) = (value(before.Ticket!), value(after.Ticket!));
                if (from != to) changes.Add(new(at, name, from, to));
            }
        }

        return changes.Count > 0 ? changes : null;
    }

    /// <summary>Where each row brings words of its own, they are the messages; the first writer is the requester.</summary>
    private static List<IncomingComment>? Messages(List<TicketReading> events)
    {
        var written = events.Where(row => row.Ticket!.Comments is { Count: > 0 })
            .SelectMany(row => row.Ticket!.Comments!.Select(comment => (row.Author, Comment: comment)))
            .DistinctBy(message => (message.Comment.Body, message.Comment.CreatedAt)).ToList();
        if (written.DistinctBy(message => message.Comment.Body).Count() < 2) return null;

        var requester = written[0].Author?.ExternalId;
        return [.. written.Select((message, i) => message.Comment with
        {
            ExternalId = i.ToString(CultureInfo.InvariantCulture),
            Author = message.Author ?? message.Comment.Author,
            AuthorKind = message.Author?.ExternalId == requester ? message.Comment.AuthorKind : AuthorKind.Agent,
        })];
    }

    private static DateTime? At(IncomingTicket row) => row.UpdatedAt ?? row.CreatedAt;
}
