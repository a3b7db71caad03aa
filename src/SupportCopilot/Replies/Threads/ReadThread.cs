using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies.Voices;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Threads;

/// <summary>Reads a ticket with its thread, if the caller may see it.</summary>
internal sealed class ReadThread(SupportDbContext db, CurrentCaller caller)
{
    private const int LongestThread = 300;   // beyond that the newest messages tell enough

    /// <returns>The thread; null when there is no such ticket or it is out of the caller's sight.</returns>
    public async Task<TicketThread?> RunAsync(long ticketId, CancellationToken ct) =>
        await Visible.SingleOrDefaultAsync(t => t.Id == ticketId, ct) is { } ticket ? await WithThreadAsync(ticket, ct) : null;

    /// <summary>The same by a ticket's id at its source.</summary>
    public async Task<TicketThread?> RunAsync(string source, string externalId, CancellationToken ct) =>
        await Visible.SingleOrDefaultAsync(t => t.Source == source && t.ExternalId == externalId, ct) is { } ticket ? await WithThreadAsync(ticket, ct) : null;

    private IQueryable<Ticket> Visible => db.Tickets.AsNoTracking().VisibleTo(caller.Visibility);

    private async Task<TicketThread> WithThreadAsync(Ticket ticket, CancellationToken ct)
    {
        var comments = await db.Comments.AsNoTracking().Where(c => c.TicketId == ticket.Id)
            .OrderByDescending(c => c.Position).Take(LongestThread).ToListAsync(ct);
        comments.Reverse();
        var names = await NamesAsync(ticket, comments, ct);
        return new TicketThread(
            ticket,
            [.. comments.Select(comment => Said(comment, Name(comment.AuthorId ?? (comment.AuthorKind is AuthorKind.Requester ? ticket.RequesterId : null)))).Where(turn => turn.Text.Length > 0)],
            Reopening.Of(await StatusChangesAsync(ticket.Id, ct)))
        {
            Voice = new Voice(ticket.Brand, await db.BrandVoices.AsNoTracking().Where(v => v.Brand == "" || v.Brand == ticket.Brand).ToListAsync(ct)),
            Requester = Name(ticket.RequesterId),
            Assignee = Name(ticket.AssigneeId),
            Group = ticket.GroupId is { } group ? await db.Groups.Where(g => g.Id == group).Select(g => g.Name).SingleOrDefaultAsync(ct) : null,
        };

        string? Name(long? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }

    private static Turn Said(Comment comment, string? author)
    {
        var words = SignedName.Cut(MessageText.Clean(comment.Body), author);
        // A mailbox that says its owner is away is nobody's answer.
        return new(comment.AuthorKind is AuthorKind.Requester && Courtesies.IsAbsence(words) ? AuthorKind.System : comment.AuthorKind, comment.IsPublic, words, comment.CreatedAt);
    }

    private async Task<Dictionary<long, string>> NamesAsync(Ticket ticket, IReadOnlyList<Comment> comments, CancellationToken ct)
    {
        var ids = comments.Select(comment => comment.AuthorId).Append(ticket.RequesterId).Append(ticket.AssigneeId).OfType<long>().Distinct().ToList();
        return await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }

    private Task<List<TicketChange>> StatusChangesAsync(long ticketId, CancellationToken ct) =>
        db.TicketChanges.AsNoTracking().Where(c => c.TicketId == ticketId && c.Field == "status").OrderBy(c => c.At).ToListAsync(ct);
}
