using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Knowledge.Indexing;

/// <summary>
/// Makes tickets and articles into what the index takes. A ticket's text is what the customer wrote in public: an
/// agent's words and internal notes would make tickets alike by who answered them, and let one be found by what its
/// customer never said.
/// </summary>
internal static class SearchDocuments
{
    /// <summary>The documents of some tickets, tombstones left out.</summary>
    public static async Task<List<SearchDocument>> OfTicketsAsync(SupportDbContext db, IReadOnlyList<Ticket> tickets, CancellationToken ct)
    {
        var ids = tickets.Select(t => t.Id).ToList();
        var comments = await db.Comments.AsNoTracking()
            .Where(c => ids.Contains(c.TicketId) && c.IsPublic && c.AuthorKind == AuthorKind.Requester).ToListAsync(ct);
        var threads = comments.ToLookup(c => c.TicketId);
        return [.. tickets.Where(t => t.Status != TicketStatus.Deleted).Select(t => Of(t, threads[t.Id]))];
    }

    public static SearchDocument Of(Article article) => new(new(SearchKind.Article, article.Id), article.Title, article.Body)
    {
        IsDone = article.IsPublished,
        Segment = article.Segment,
        Language = article.Language,
    };

    private static SearchDocument Of(Ticket ticket, IEnumerable<Comment> customerComments)
    {
        var text = TicketText.Of(ticket, customerComments);
        return new(new(SearchKind.Ticket, ticket.Id), text.Subject, string.Join('\n', text.Messages.Select(m => m.Text)))
        {
            IsDone = ticket.Status is TicketStatus.Solved or TicketStatus.Closed,
            GroupId = ticket.GroupId,
            OrganizationId = ticket.OrganizationId,
            Brand = ticket.Brand,
            Language = ticket.Effective.Language,
        };
    }
}
