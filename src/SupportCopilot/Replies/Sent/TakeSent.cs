using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Sent;

/// <summary>Takes the text that an agent sent and measures it against the reply that was suggested. Its words are not kept.</summary>
public sealed class TakeSent(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    private const int Longest = 65_536;

    /// <param name="ticketId">The ticket.</param>
    /// <param name="suggestionId">The suggestion that the text began with.</param>
    /// <param name="text">What was sent.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SentTaken> RunAsync(long ticketId, Guid suggestionId, string? text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text)) return new(null, "text is what was sent.");
        if (text.Length > Longest) return new(null, $"text has at most {Longest} characters.");
        if (!await db.Tickets.VisibleTo(caller.Visibility).AnyAsync(t => t.Id == ticketId, ct)) return new(null, NotFound: true);
        if (await db.Suggestions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == suggestionId && s.TicketId == ticketId, ct) is not { } suggestion)
            return new(null, "suggestionId names no suggestion for this ticket.");

        var (changed, kept) = WordEdits.Between(suggestion.Text, text);
        var row = await db.SentReplies.SingleOrDefaultAsync(s => s.SuggestionId == suggestionId, ct)
            ?? db.SentReplies.Add(new SentReply { SuggestionId = suggestionId, TicketId = ticketId }).Entity;
        (row.ChangedWords, row.Kept, row.At) = (changed, kept, clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.Entry(row).State is EntityState.Added)
        {
            db.Entry(row).State = EntityState.Detached;   // the desk's word came in between, and says the same
            if (!await db.SentReplies.AnyAsync(s => s.SuggestionId == suggestionId, ct)) throw;
        }

        return new(new SentMeasure(Math.Round(kept, 3), changed));
    }
}

/// <summary>What came of it: one of the three is set.</summary>
/// <param name="Measure">How much was kept.</param>
/// <param name="Refused">Why it cannot be taken, for the one who sent it.</param>
/// <param name="NotFound">Whether the ticket is not there or out of sight.</param>
public sealed record SentTaken(SentMeasure? Measure, string? Refused = null, bool NotFound = false);

/// <summary>How much of a suggestion was sent.</summary>
/// <param name="Kept">The share of the longer text that was kept, 0–1.</param>
/// <param name="ChangedWords">Words that were put in, taken out or replaced.</param>
public sealed record SentMeasure(double Kept, int ChangedWords);
