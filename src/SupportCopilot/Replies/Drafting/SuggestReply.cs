using SupportCopilot.Access.Languages;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Knowledge.Usage;
using SupportCopilot.Replies.Cautions;
using SupportCopilot.Replies.Missing;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Drafting;

/// <summary>
/// Makes a reply from articles and published resolutions alone: other tickets' replies only help to choose among them, and
/// no internal note is read. Says nothing, and why, where no article takes up what the customer asks.
/// </summary>
internal sealed class SuggestReply(KeepSuggestion keep, CutArticles cut, CountUse use, FindMissing findMissing, AgentWords say)
{
    /// <param name="thread">The ticket.</param>
    /// <param name="concern">What the customer waits to hear.</param>
    /// <param name="near">Published articles near the ticket, nearest first.</param>
    /// <param name="history">The desk's replies that solved tickets like this one: they choose among articles, and none of their words is quoted.</param>
    /// <param name="asked">What agents asked the customers of tickets like this one for.</param>
    /// <param name="weights">How telling each term is.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SuggestedReply> RunAsync(
        TicketThread thread, Concern concern, IReadOnlyList<FoundArticle> near, IReadOnlyList<string> history, AskedBefore asked, TermWeights weights, CancellationToken ct)
    {
        if (concern.IsEmpty) return SuggestedReply.Silent(say[$"The ticket holds no words of the customer to answer."]);
        if (concern.IsSettled) return SuggestedReply.Silent(say[$"The customer sounds content: there is nothing left to answer."]);
        if (thread.BrokenBy("") is { } caution) return HeldBack(caution);
        if (thread.Unanswered.Count == 0 && thread.IsAnswered) return SuggestedReply.Silent(say[$"The desk wrote last: nothing of the customer waits for an answer."]);
        if (thread.HasNotHelped) return SuggestedReply.Silent(say[$"What was done has not helped: an article would only say it again."]);
        if (thread.GivesWhatWasAsked) return SuggestedReply.Silent(say[$"The customer has given what was asked for: it is for the desk to go on with it."]);
        var usable = InLanguage(thread.Ticket.Effective.Language, near.Where(found => found.Article.Segment != ArticleSegment.Restricted));
        if (usable.Count == 0) return await UnansweredAsync(say[$"No article is near enough to this ticket to build on."]);

        // What the desk keeps to itself is a last resort, and the citation says so. What only some customers may read is in no
        // draft at all: who this customer is in the help center is not known here.
        var chosen = ChoosePassages.In([.. usable.Where(found => !IsInternal(found.Article))], concern, history, weights, cut);
        if (chosen.Quotations.Count == 0 && usable.Any(found => IsInternal(found.Article)))
            chosen = ChoosePassages.In(usable, concern, history, weights, cut) is { Quotations: [{ } first, ..] } withInternal && IsInternal(first.Article) ? withInternal : chosen;
        if (chosen.Which.Count > 1) return SuggestedReply.Silent(say[$"Several articles take this up alike, for different things. Ask which is meant: {string.Join(" / ", chosen.Which)}."])
            with
        { Ask = AskWhich.Letter(thread, chosen.Which) };
        if (chosen.Quotations.Count == 0) return await UnansweredAsync(say[$"No article takes up what the customer asks closely enough to build on."]);

        var quoted = chosen.Quotations;
        var language = quoted[0].Article.Language ?? thread.Ticket.Effective.Language;
        var missing = await findMissing.RunAsync(thread, concern, asked, quoted, ct);
        var (text, citations) = ComposeReply.Of(thread, concern, quoted, language, AskForMissing.Sentence(missing, language));
        if (thread.BrokenBy(text) is { } broken) return HeldBack(broken);
        await use.AnsweredAsync(thread.Ticket.Id, true, ct);
        return await keep.RunAsync(thread.Ticket, text, citations, ct) with { Confirm = Confirmation.Of(citations, say), Confidence = Math.Round(chosen.Confidence, 2), Coverage = chosen.Coverage, Missing = missing };

        async Task<SuggestedReply> UnansweredAsync(string because)
        {
            await use.AnsweredAsync(thread.Ticket.Id, false, ct);
            var missing = await findMissing.RunAsync(thread, concern, asked, [], ct);
            var letter = AskForMissing.Letter(thread, concern, missing);
            return SuggestedReply.Silent(because) with { Missing = missing, Ask = letter is not null && thread.BrokenBy(letter) is null ? letter : null };
        }
    }

    /// <summary>No reply where it would break what an internal note holds back; the agent reads which.</summary>
    private SuggestedReply HeldBack(Caution caution) => SuggestedReply.Silent(say[$"An internal note holds an answer back: «{caution.Text}»"]);

    /// <summary>The articles in the ticket's language where there are any, those of unknown language among them; else all.</summary>
    private static IReadOnlyList<FoundArticle> InLanguage(string? language, IEnumerable<FoundArticle> found)
    {
        var all = found.ToList();
        var own = all.Where(each => language is null || each.Article.Language is null || each.Article.Language == language).ToList();
        return own.Count > 0 ? own : all;
    }

    private static bool IsInternal(Article article) => article.Segment == ArticleSegment.Internal;
}
