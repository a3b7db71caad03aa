using SupportCopilot.Knowledge;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Drafting;

/// <summary>
/// Makes a reply from articles and published resolutions alone: nothing of any other ticket, and no internal note, is
/// read here. Says nothing, and why, where no article takes up what the customer asks.
/// </summary>
internal sealed class SuggestReply(KeepSuggestion keep)
{
    private const int MostPassages = 2;
    private const int MostArticles = 4;   // of the search's hits: what stands further down shares words by chance

    /// <param name="thread">The ticket.</param>
    /// <param name="concern">What the customer waits to hear.</param>
    /// <param name="near">Published articles near the ticket, nearest first.</param>
    /// <param name="weights">How telling each term is.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SuggestedReply> RunAsync(
        TicketThread thread, Concern concern, IReadOnlyList<FoundArticle> near, TermWeights weights, CancellationToken ct)
    {
        if (concern.IsEmpty) return SuggestedReply.Silent("The ticket holds no words of the customer to answer.");
        if (concern.IsSettled) return SuggestedReply.Silent("The customer sounds content: there is nothing left to answer.");
        var usable = InLanguage(thread.Ticket.Effective.Language, near);
        if (usable.Count == 0) return SuggestedReply.Silent("No article is near enough to this ticket to build on.");

        // What the desk keeps to itself is a last resort, and the citation says so.
        var passages = Answering(usable.Where(found => found.Article.Segment != ArticleSegment.Internal), concern, weights);
        if (passages.Count == 0) passages = Answering(usable.Where(found => found.Article.Segment == ArticleSegment.Internal), concern, weights);
        if (passages.Count == 0) return SuggestedReply.Silent("No article takes up what the customer asks closely enough to build on.");

        var (text, citations) = ComposeReply.Of(thread, concern, passages, passages[0].Article.Language ?? thread.Ticket.Effective.Language);
        return await keep.RunAsync(thread.Ticket, text, citations, ct);
    }

    /// <summary>The articles in the ticket's language where there are any, those of unknown language among them; else all.</summary>
    private static IReadOnlyList<FoundArticle> InLanguage(string? language, IReadOnlyList<FoundArticle> all)
    {
        var own = all.Where(found => language is null || found.Article.Language is null || found.Article.Language == language).ToList();
        return own.Count > 0 ? own : all;
    }

    /// <summary>The best passage, by what it says and how near its article is, and a second one where it takes up what the first leaves open.</summary>
    private static IReadOnlyList<Passage> Answering(IEnumerable<FoundArticle> near, Concern concern, TermWeights weights)
    {
        var nearness = near.Take(MostArticles).ToDictionary(found => found.Article, found => Nearness.Of(found.Hit));
        var found = FindPassages.In(nearness.Keys, concern, weights)
            .Where(passage => NearEnough.Is(passage, concern, nearness[passage.Article]))
            .OrderByDescending(passage => passage.Score + nearness[passage.Article]).ToList();
        if (found.Count == 0) return [];

        var chosen = new List<Passage> { found[0] };
        foreach (var next in found.Skip(1).TakeWhile(passage => passage.Score >= NearEnough.SecondAtLeast * found[0].Score))
        {
            if (chosen.Count == MostPassages) break;
            var added = next.Answered.Except(found[0].Answered);
            if (weights.Sum(added) >= NearEnough.SecondAdds) chosen.Add(next);
        }
        return chosen;
    }
}
