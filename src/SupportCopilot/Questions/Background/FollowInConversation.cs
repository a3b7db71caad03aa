using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Background;

/// <summary>Notes which message in Teams tells of a question, so that this one message is changed and no second is sent.</summary>
public sealed class FollowInConversation(SupportDbContext db)
{
    /// <param name="id">The question.</param>
    /// <param name="place">The conversation's own id, with its thread.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(string id, string place, string messageId, CancellationToken ct)
    {
        while (await db.Investigations.SingleOrDefaultAsync(i => i.Id == id, ct) is { } row)
        {
            (row.Place, row.MessageId) = (place, messageId);
            row.Version++;
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateConcurrencyException)   // begun or ended between our look and our write
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
