using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets;

/// <summary>Shows one ticket whole: properties, thread, history.</summary>
public sealed class ShowTicket(SupportDbContext db, CurrentCaller caller)
{
    /// <returns>The ticket; null when it is not there or not in the caller's sight.</returns>
    public async Task<TicketDetail?> RunAsync(long id, CancellationToken ct)
    {
        var ticket = await db.Tickets.AsNoTracking().VisibleTo(caller.Visibility).SingleOrDefaultAsync(t => t.Id == id, ct);
        if (ticket is null) return null;

        var comments = await db.Comments.AsNoTracking().Where(c => c.TicketId == id).OrderBy(c => c.Position).ThenBy(c => c.Id).ToListAsync(ct);
        var tags = await db.TicketTags.Where(t => t.TicketId == id).Select(t => t.Tag).OrderBy(t => t).ToListAsync(ct);
        var fields = await db.TicketFields.Where(f => f.TicketId == id).OrderBy(f => f.Name).ToDictionaryAsync(f => f.Name, f => f.Value, ct);
        var changes = await db.TicketChanges.Where(c => c.TicketId == id).OrderBy(c => c.At).ThenBy(c => c.Id)
            .Select(c => new ChangeView(c.At, c.Field, c.From, c.To)).ToListAsync(ct);

        var names = await TicketNames.OfAsync(db, [ticket], ct, [.. comments.Select(c => c.AuthorId)]);
        return new TicketDetail(
            names.Row(ticket), ticket.Type, ticket.Channel, ticket.Product, ticket.Brand, names.Organization(ticket.OrganizationId),
            ticket.SolvedAt, ticket.DueAt, ticket.SlaMet, ticket.Csat, ticket.Version, tags, fields,
            [.. comments.Select(c => new CommentView(c.Id, names.Person(c.AuthorId), c.AuthorKind.ToString().ToLowerInvariant(), c.IsPublic, c.Body, c.CreatedAt))],
            changes)
        {
            MergedInto = ticket.MergedInto,
        };
    }
}
