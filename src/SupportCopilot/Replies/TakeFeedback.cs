using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Knowledge.Proposals;
using SupportCopilot.Knowledge.Usage;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies;

/// <summary>What an agent thought of a suggested reply, as the sidebar sends it.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="SuggestionId">The suggestion; null when the verdict is on the silence.</param>
/// <param name="Verdict">up or down.</param>
/// <param name="Reason">Why, at most 1,000 characters.</param>
/// <param name="Correction">A better reply, at most 10,000 characters.</param>
public sealed record GivenFeedback(long TicketId, Guid? SuggestionId, string? Verdict, string? Reason, string? Correction);

/// <summary>What came of it: one of the three is set.</summary>
/// <param name="Id">The number of the kept row.</param>
/// <param name="Refused">Why it cannot be taken, for the one who sent it.</param>
/// <param name="NotFound">Whether the ticket is not there or out of sight.</param>
public sealed record FeedbackTaken(long? Id, string? Refused = null, bool NotFound = false);

/// <summary>Takes an agent's verdict and keeps it.</summary>
public sealed class TakeFeedback
{
    private readonly SupportDbContext db;
    private readonly CurrentCaller caller;
    private readonly CountUse use;
    private readonly ProposeArticle propose;
    private readonly TimeProvider clock;

    internal TakeFeedback(SupportDbContext db, CurrentCaller caller, CountUse use, ProposeArticle propose, TimeProvider clock) =>
        (this.db, this.caller, this.use, this.propose, this.clock) = (db, caller, use, propose, clock);

    private const int LongestReason = 1_000;
    private const int LongestCorrection = 10_000;

    /// <summary>Keeps the verdict with an audit row, if the ticket is in the caller's sight and the suggestion is one for it.</summary>
    public async Task<FeedbackTaken> RunAsync(GivenFeedback given, CancellationToken ct)
    {
        if (Fault(given) is { } fault) return new FeedbackTaken(null, fault);
        var ticket = await db.Tickets.AsNoTracking().VisibleTo(caller.Visibility).SingleOrDefaultAsync(t => t.Id == given.TicketId, ct);
        if (ticket is null) return new FeedbackTaken(null, NotFound: true);
        var suggestion = given.SuggestionId is { } id ? await db.Suggestions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.TicketId == given.TicketId, ct) : null;
        if (given.SuggestionId is not null && suggestion is null) return new FeedbackTaken(null, "suggestionId names no suggestion for this ticket.");

        var person = caller.Value ?? throw new InvalidOperationException("Feedback is a person's: the scope has no caller.");
        var feedback = Kept(given, person);
        db.Feedback.Add(feedback);
        db.Audit.Add(new AuditEntry
        {
            At = feedback.At,
            PersonId = person.PersonId,
            Action = "reply.feedback",
            Subject = $"ticket/{given.TicketId}",
            Detail = $"verdict {given.Verdict}, suggestion {given.SuggestionId?.ToString() ?? "none"}",
        });
        if (suggestion is not null)
        {
            var cited = JsonSerializer.Deserialize(suggestion.Citations, CitationsJson.Default.IReadOnlyListCitation) ?? [];
            use.Note(ticket.Id, cited.Select(citation => citation.ArticleId), feedback.IsUp ? UseKind.Helped : UseKind.Failed);
        }
        // An agent knows better: an expert looks at it, and until then no reply uses it.
        if (feedback.Correction is { } correction) propose.Note($"{given.TicketId}/{Guid.NewGuid():N}", SubjectLine.Clean(ticket.Subject), correction, ticket.Effective.Language);
        await db.SaveChangesAsync(ct);
        return new FeedbackTaken(feedback.Id);
    }

    private Feedback Kept(GivenFeedback given, Caller person) => new()
    {
        TicketId = given.TicketId,
        SuggestionId = given.SuggestionId,
        PersonId = person.PersonId,
        IsUp = given.Verdict == "up",
        Reason = NullIfEmpty(given.Reason),
        Correction = NullIfEmpty(given.Correction),
        At = clock.GetUtcNow().UtcDateTime,
    };

    private static string? Fault(GivenFeedback given)
    {
        if (given.Verdict is not ("up" or "down")) return "verdict is \"up\" or \"down\".";
        if (given.Reason?.Length > LongestReason) return $"reason has at most {LongestReason} characters.";
        return given.Correction?.Length > LongestCorrection ? $"correction has at most {LongestCorrection} characters." : null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
