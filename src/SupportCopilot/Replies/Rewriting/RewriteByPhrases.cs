using SupportCopilot.Knowledge;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Missing;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Rewriting;

/// <summary>
/// What can be done to a reply without a model: other courtesies for another tone, none for a shorter letter, the next paragraph
/// of the source for a longer one. No sentence of a source is ever cut out: what is left out may be the condition that matters.
/// </summary>
internal static class RewriteByPhrases
{
    /// <param name="draft">The reply.</param>
    /// <param name="articles">The cited articles, in the order of the citations.</param>
    /// <param name="thread">The ticket, for the names in it.</param>
    /// <param name="wish">What is to be other.</param>
    /// <param name="without">Why no model did it: noModel or modelFailed.</param>
    public static (Draft Draft, IReadOnlyList<WishNotMet> NotDone) Run(Draft draft, IReadOnlyList<Article> articles, TicketThread thread, RewriteWish wish, string without)
    {
        var notDone = new List<WishNotMet>();
        if (wish.Length == RewriteWish.Longer) draft = Longer(draft, articles, notDone);
        if (wish.Tone == RewriteWish.Simple) notDone.Add(new("tone", without));
        else if (wish.Tone is { } tone) draft = InTone(draft, thread, tone);
        if (wish.Length == RewriteWish.Shorter) draft = Shorter(draft, notDone);
        if (wish.Language is { } language && language != draft.Language) notDone.Add(new("language", without));
        if (!string.IsNullOrWhiteSpace(wish.Instruction)) notDone.Add(new("instruction", without));
        return (draft, notDone);
    }

    private static Draft InTone(Draft draft, TicketThread thread, string tone)
    {
        var phrases = thread.Voice.In(tone, draft.Language);
        var cited = Cited(draft);
        return draft with
        {
            Parts =
            [
                Courtesy(ComposeReply.Greeting(thread.Requester, phrases)),
                Courtesy(tone == ReplyTone.Apologetic ? $"{phrases.Thanks} {phrases.Sorry}" : phrases.Thanks),
                .. cited,
                Courtesy(phrases.Closing),
                Courtesy(ComposeReply.Signed(thread, phrases)),
            ],
        };
    }

    /// <summary>Greeting, sources and name: what stands between them is courtesy.</summary>
    private static Draft Shorter(Draft draft, List<WishNotMet> notDone)
    {
        var cited = Cited(draft);
        DraftPart[] shorter = draft.Parts.Count > cited.Count + 1 ? [draft.Parts[0], .. cited, draft.Parts[^1]] : [.. draft.Parts];
        if (shorter.Length == draft.Parts.Count) notDone.Add(new("length", "nothingLess"));
        return draft with { Parts = shorter };
    }

    /// <summary>Each source goes on to the end of its next paragraph.</summary>
    private static Draft Longer(Draft draft, IReadOnlyList<Article> articles, List<WishNotMet> notDone)
    {
        var citations = draft.Citations.Select((citation, i) => citation with { Quote = GoesOn(articles[i].Body, citation.Quote) }).ToList();
        if (citations.SequenceEqual(draft.Citations)) notDone.Add(new("length", "nothingMore"));
        var longer = citations.ToDictionary(citation => citation.Number);
        return draft with
        {
            Citations = citations,
            Parts = [.. draft.Parts.Select(part => part.Cites is [var number] && longer[number] != draft.Citations.Single(c => c.Number == number) ? part with { Text = ComposeReply.Readable(longer[number].Quote) } : part)],
        };
    }

    /// <summary>The quote to the end of the paragraph that comes next under the same heading.</summary>
    private static string GoesOn(string body, string quote)
    {
        var start = body.IndexOf(quote, StringComparison.Ordinal);
        var rest = body.AsSpan(start + quote.Length);
        var next = rest.Length - rest.TrimStart().Length;
        if (next == rest.Length || rest[next] == '#') return quote;
        var end = rest[next..].IndexOf("\n\n", StringComparison.Ordinal);
        return body[start..(end < 0 ? body.Length : start + quote.Length + next + end)].TrimEnd();
    }

    /// <summary>From the first cited paragraph to the last, and to what is asked of the customer.</summary>
    private static List<DraftPart> Cited(Draft draft)
    {
        var parts = draft.Parts.ToList();
        var (first, last) = (parts.FindIndex(part => part.Cites.Count > 0), parts.FindLastIndex(part => part.Cites.Count > 0 || AskForMissing.Is(part.Text)));
        return first < 0 ? parts : parts[first..(last + 1)];
    }

    private static DraftPart Courtesy(string text) => new(text, []);
}
