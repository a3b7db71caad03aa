using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Languages;
using SupportCopilot.Knowledge;
using SupportCopilot.Replies.Cautions;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;
using SupportCopilot.Triage.Reading;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Replies.Rewriting;

/// <summary>
/// Makes a suggested reply other than it is, from the same sources: by a model where one is set and its answer keeps every
/// link and number, else by what can be done without one; the wishes that were not met are named.
/// </summary>
public sealed class RewriteReply
{
    private readonly SupportDbContext _db;
    private readonly ReadThread _read;
    private readonly AssistAgent _assist;
    private readonly RewriteByModel _model;
    private readonly KeepSuggestion _keep;
    private readonly AgentWords _say;

    internal RewriteReply(SupportDbContext db, ReadThread read, AssistAgent assist, RewriteByModel model, KeepSuggestion keep, AgentWords say) =>
        (_db, _read, _assist, _model, _keep, _say) = (db, read, assist, model, keep, say);

    /// <param name="ticketId">The ticket.</param>
    /// <param name="wish">What is to be other.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Rewriting> RunAsync(long ticketId, RewriteWish wish, CancellationToken ct)
    {
        if (wish.Fault() is { } fault) return new(null, fault);
        if (await _read.RunAsync(ticketId, ct) is not { } thread) return new(null, NotFound: true);

        var start = await StartAsync(ticketId, wish.SuggestionId, ct);
        if (start is null) return new(null, "suggestionId names no suggestion for this ticket.");
        if (start.Text is null) return new(new RewrittenReply(null, null, [], start.Source, start.SilentBecause, []));
        var articles = await ArticlesAsync(start.Citations, ct);
        if (articles is null) return new(null, _say[$"A source of this suggestion has changed since. Open the ticket again for a new one."]);

        if (thread.BrokenBy(start.Text) is { } broken) return HeldBack(broken);

        var draft = Draft.Of(start.Text, start.Citations, articles[0].Language ?? LanguageGuess.Judge(WordList.Of(start.Text)).Code ?? thread.Ticket.Effective.Language);
        var written = await _model.RunAsync(thread, draft, wish, ct);
        if (written.Draft is { } other && thread.BrokenBy(other.Words) is not null) written = new(null, null, "modelFailed");
        var (redrafted, notDone) = written.Draft is { } byModel ? (byModel, []) : RewriteByPhrases.Run(draft, articles, thread, wish, written.Because);
        if (thread.BrokenBy(redrafted.Words) is { } now) return HeldBack(now);
        var kept = await _keep.RunAsync(thread.Ticket, redrafted.Text, redrafted.Citations, ct, written.Server ?? SuggestedReply.Extractive, written.Prompt);
        return new(new RewrittenReply(kept.SuggestionId, kept.Text, kept.Citations, written.Draft is null ? SuggestedReply.Extractive : SuggestedReply.Modelled, null, notDone) { Confirm = Confirmation.Of(kept.Citations, _say) });
    }

    /// <summary>An internal note that came since the suggestion holds for it as well.</summary>
    private Rewriting HeldBack(Caution caution) => new(new RewrittenReply(null, null, [], SuggestedReply.Extractive, _say[$"An internal note holds an answer back: «{caution.Text}»"], []));

    /// <summary>What is rewritten: a kept suggestion, or the one that the sidebar shows; null where there is no such suggestion.</summary>
    private async Task<SuggestedReply?> StartAsync(long ticketId, Guid? suggestionId, CancellationToken ct)
    {
        if (suggestionId is not { } id) return (await _assist.RunAsync(ticketId, ct))?.Reply;
        var kept = await _db.Suggestions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.TicketId == ticketId, ct);
        return kept is null ? null : new SuggestedReply(kept.Id, kept.Text, JsonSerializer.Deserialize(kept.Citations, CitationsJson.Default.IReadOnlyListCitation)!, kept.MadeBy, null);
    }

    /// <summary>The cited articles in the order of the citations; null where one of them no longer stands behind its quote.</summary>
    private async Task<IReadOnlyList<Article>?> ArticlesAsync(IReadOnlyList<Citation> citations, CancellationToken ct)
    {
        var ids = citations.Select(citation => citation.ArticleId).ToList();
        var articles = await _db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.IsPublished && a.Segment != ArticleSegment.Restricted).ToDictionaryAsync(a => a.Id, ct);
        var stands = citations.Count > 0 && citations.All(citation => articles.TryGetValue(citation.ArticleId, out var article) && article.Body.Contains(citation.Quote, StringComparison.Ordinal));
        return stands ? [.. citations.Select(citation => articles[citation.ArticleId])] : null;
    }
}
