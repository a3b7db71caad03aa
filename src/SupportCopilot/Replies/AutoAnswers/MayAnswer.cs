using Microsoft.EntityFrameworkCore;
using SupportCopilot.Knowledge;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Rewriting;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;

namespace SupportCopilot.Replies.AutoAnswers;

/// <summary>Says whether a ticket may be answered by itself: each «never» is a line here, and the first that holds is the reason.</summary>
internal sealed class MayAnswer(SupportDbContext db)
{
    private const double SureOfArticle = 0.8;      // of the evidence that the article answers; an agent is shown one from .5 on
    private const double LeastCoverage = 0.45;     // of the question: a subject line alone fits many an article
    private const double LeastMood = -0.05;        // what sounds neutral; a complaint is a person's to answer

    /// <returns>Why not, in a word for the log of decisions; null where it may.</returns>
    public async Task<string?> WhyNotAsync(TicketThread thread, Assistance seen, CancellationToken ct)
    {
        var (ticket, triage, reply) = (thread.Ticket, seen.Triage, seen.Reply);
        if (triage.Pending) return "pending";
        if (triage.Category.Level != ConfidenceLevel.Of(1)) return "category";
        if (triage.Urgency.Value != "low" || triage.Priority.Value is "high" or "urgent") return "urgency";
        if (triage.Sentiment.Value is "negative" || triage.Emotion.Value is "angry" or "frustrated" || ticket.SentimentScore < LeastMood) return "sentiment";
        if (ticket.AssigneeId is not null || ticket.Status is not (TicketStatus.New or TicketStatus.Open) || thread.Turns.Any(turn => turn.By is AuthorKind.Agent)) return "agent";
        if (thread.IsReopened || thread.Unanswered.Count == 0) return "thread";
        if (seen.Cautions.Count > 0) return "caution";
        if (seen.Problem is not null) return "problem";
        if (reply.Text is null || reply.SuggestionId is null) return "silent";
        if (reply.Missing.Count > 0 || reply.Ask is not null) return "missing";
        if (reply.Confidence is not >= SureOfArticle || reply.Coverage < LeastCoverage) return "confidence";
        if (reply.Citations.Any(citation => citation.Segment != ArticleSegment.Public) || !await StandAsync(reply.Citations, ticket.Effective.Language, ct)) return "article";
        return IsCitedThroughout(thread, reply) ? null : "uncited";
    }

    /// <summary>Whether each article is still published, everybody's, in the customer's language, and says what is quoted.</summary>
    private async Task<bool> StandAsync(IReadOnlyList<Citation> citations, string? language, CancellationToken ct)
    {
        var ids = citations.Select(citation => citation.ArticleId).ToList();
        var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.IsPublished && a.Segment == ArticleSegment.Public).ToDictionaryAsync(a => a.Id, ct);
        return citations.Count > 0 && citations.All(citation => articles.TryGetValue(citation.ArticleId, out var article)
            && (language is null || article.Language is null || article.Language == language) && article.Body.Contains(citation.Quote, StringComparison.Ordinal));
    }

    /// <summary>Whether every paragraph is a quotation with its number, or one of the fixed courtesies.</summary>
    private static bool IsCitedThroughout(TicketThread thread, SuggestedReply reply)
    {
        var quoted = reply.Citations.ToDictionary(citation => citation.Number, citation => ComposeReply.Readable(citation.Quote));
        var courtesies = ComposeAutoAnswer.Courtesies(thread);
        var draft = Draft.Of(reply.Text!, reply.Citations, null);
        return draft.Parts.Where(part => part.Cites.Count == 0).All(part => courtesies.Contains(part.Text))
            && Numbered(reply.Text!, quoted) && draft.Parts.Any(part => part.Cites.Count > 0);
    }

    private static bool Numbered(string text, Dictionary<int, string> quoted)
    {
        foreach (var (number, words) in quoted)
        {
            if (!text.Contains($"{words} [{number}]", StringComparison.Ordinal)) return false;
            text = text.Replace($"{words} [{number}]", "", StringComparison.Ordinal);
        }

        return !text.Contains('[', StringComparison.Ordinal);   // what is left are courtesies
    }
}
