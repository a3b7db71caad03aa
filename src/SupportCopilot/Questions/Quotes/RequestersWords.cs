using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Questions.Quotes;

/// <summary>What the requester of a ticket wrote in public: the one place that quotes are taken from. Internal notes, agents and machines are not in it.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AuthorId">Who wrote it, where known.</param>
/// <param name="Body">The whole comment.</param>
/// <param name="At">When (UTC), where known.</param>
internal sealed record RequestersWords(long TicketId, long? AuthorId, string Body, DateTime? At)
{
    /// <summary>The comments of some tickets, in the order of their threads.</summary>
    public static Task<List<RequestersWords>> OfAsync(SupportDbContext db, IReadOnlyList<long> tickets, CancellationToken ct) =>
        db.Comments.AsNoTracking().Where(c => tickets.Contains(c.TicketId) && c.IsPublic && c.AuthorKind == AuthorKind.Requester)
            .OrderBy(c => c.TicketId).ThenBy(c => c.Position).Select(c => new RequestersWords(c.TicketId, c.AuthorId, c.Body, c.CreatedAt)).ToListAsync(ct);

    /// <summary>Whether it is the requester's own; another customer's who was copied in is not.</summary>
    public bool IsBy(long? requester) => AuthorId is null || requester is null || AuthorId == requester;
}
