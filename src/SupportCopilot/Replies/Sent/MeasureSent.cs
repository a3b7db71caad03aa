using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Sent;

/// <summary>
/// Measures suggestions against the public comment of an agent that followed them, whichever way it was written: the first
/// after the suggestion was made. What was answered by itself is no agent's verdict. What the sidebar told of before is measured once more by what the desk says.
/// </summary>
public sealed class MeasureSent(SupportDbContext db, TimeProvider clock)
{
    private const int AtOnce = 200;

    // A reply that comes later answers something else.
    private static readonly TimeSpan Follows = TimeSpan.FromDays(14);

    /// <summary>Measures one batch.</summary>
    /// <returns>How many were measured; 0 when nothing is left.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime - Follows;
        var open = await db.Suggestions.AsNoTracking()
            .Where(s => s.CreatedAt > since && !db.AutoAnswers.Any(a => a.TicketId == s.TicketId && a.IsPublic) && !db.SentReplies.Any(sent => sent.SuggestionId == s.Id && sent.CommentId != null)
                && db.Comments.Any(c => c.TicketId == s.TicketId && c.AuthorKind == AuthorKind.Agent && c.IsPublic && c.CreatedAt > s.CreatedAt))
            .OrderBy(s => s.CreatedAt).Take(AtOnce).ToListAsync(ct);
        foreach (var suggestion in open) await MeasureAsync(suggestion, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return open.Count;
    }

    private async Task MeasureAsync(Suggestion suggestion, CancellationToken ct)
    {
        var comment = await db.Comments.AsNoTracking()
            .Where(c => c.TicketId == suggestion.TicketId && c.AuthorKind == AuthorKind.Agent && c.IsPublic && c.CreatedAt > suggestion.CreatedAt).OrderBy(c => c.Position).FirstAsync(ct);
        var row = await db.SentReplies.SingleOrDefaultAsync(s => s.SuggestionId == suggestion.Id, ct)
            ?? db.SentReplies.Add(new SentReply { SuggestionId = suggestion.Id, TicketId = suggestion.TicketId }).Entity;
        (row.ChangedWords, row.Kept) = WordEdits.Between(suggestion.Text, comment.Body);
        (row.CommentId, row.At) = (comment.Id, comment.CreatedAt!.Value);
    }
}
