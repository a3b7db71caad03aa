using NodaTime;
using SupportCopilot.Tickets.Mapping.Cells;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>Makes a ticket's thread of its description, its comments in whatever form, its notes and its answer.</summary>
internal sealed class ReadThread(ColumnMapping mapping, DateTimeZone zone)
{
    private readonly DateOrder _dates = mapping.Of(TicketFieldName.CreatedAt)?.Dates ?? DateOrder.Dmy;

    /// <returns>The thread, the description first; null when the row has no words.</returns>
    public List<IncomingComment>? Run(RowCells cells, IncomingPerson? requester, IncomingPerson? assignee, DateTime? createdAt)
    {
        var thread = new List<IncomingComment>();
        if (cells[TicketFieldName.Description] is { } description && HtmlText.Of(description) is { Length: > 0 } body)
            thread.Add(new IncomingComment("description", body, AuthorKind.Requester, requester, true, createdAt));

        foreach (var (i, cell) in cells.All(TicketFieldName.Comments).Index()) thread.AddRange(Comments(cell, $"comment{i + 1}", thread, requester, assignee));
        foreach (var (i, cell) in cells.All(TicketFieldName.Notes).Index()) Add(thread, $"note{i + 1}", cell, assignee, isPublic: false);
        foreach (var (i, cell) in cells.All(TicketFieldName.Reply).Index()) Add(thread, $"reply{i + 1}", cell, assignee, isPublic: true);
        return thread.Count > 0 ? thread : null;
    }

    private static void Add(List<IncomingComment> thread, string id, string cell, IncomingPerson? author, bool isPublic)
    {
        if (HtmlText.Of(cell) is { Length: > 0 } body) thread.Add(new IncomingComment(id, body, AuthorKind.Agent, author, isPublic));
    }

    private IEnumerable<IncomingComment> Comments(string cell, string id, List<IncomingComment> before, IncomingPerson? requester, IncomingPerson? assignee)
    {
        if (new ThreadCell(Instant).Read(cell, requester, assignee) is { } messages)
            return messages.Count > 0 && before.Count > 0 && messages[0].Body == before[0].Body ? messages.Skip(1) : messages;

        // Jira writes «date;author;text», newer versions «date;author;visibility…;text»: the text is what follows the author.
        if (cell.Split(';', 3) is [var date, var name, var text] && DateCell.Read(date) is not null && HtmlText.Of(text) is { Length: > 0 } written)
        {
            var author = PersonCell.Read(name);
            var kind = author is not null && author.ExternalId == requester?.ExternalId ? AuthorKind.Requester : AuthorKind.Agent;
            return [new IncomingComment(id, written, kind, author, true, Instant(date))];
        }

        return HtmlText.Of(cell) is { Length: > 0 } body ? [new IncomingComment(id, body, AuthorKind.Agent)] : [];
    }

    private DateTime? Instant(string text) => DateCell.Read(text) is { } cell && cell.TryResolve(_dates, zone, out var at) ? at : null;
}
