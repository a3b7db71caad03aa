using SupportCopilot.Storage;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Questions.Quotes;

/// <summary>
/// Picks what customers wrote that says most about something: whole sentences, letter by letter as they stand in a public
/// comment of the requester, one for each ticket, none twice, of different customers where there are any.
/// </summary>
internal sealed class PickQuotes(SupportDbContext db)
{
    private const int LookedAt = 60;     // tickets; more of the same would say the same
    private const int Shortest = 15;     // characters
    private const int Longest = 280;

    /// <param name="tickets">The tickets, the best first.</param>
    /// <param name="topics">What they speak about; sentences that say so come first.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<AnswerQuote>> RunAsync(IEnumerable<SpokenTicket> tickets, IReadOnlyList<Topic> topics, int most, CancellationToken ct)
    {
        var looked = tickets.Take(LookedAt).ToList();
        var said = (await RequestersWords.OfAsync(db, [.. looked.Select(ticket => ticket.Id)], ct)).ToLookup(comment => comment.TicketId);
        var best = looked.Select((ticket, place) => (Ticket: ticket, Place: place, Quote: Best(ticket, said[ticket.Id], topics)))
            .Where(one => one.Quote is not null).OrderByDescending(one => one.Quote!.Value.Score).ThenBy(one => one.Place).ToList();

        var quotes = new List<AnswerQuote>();
        var (words, letters, customers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<long>());
        var inOrder = best.OrderBy(one => one.Ticket.RequesterId is { } id && !customers.Add(id))   // once more the same customer comes last,
            .ThenBy(one => !letters.Add(Same(one.Quote!.Value.Text, char.IsLetter))).ToList();      // and what differs in its numbers alone
        foreach (var (ticket, _, quote) in inOrder)
        {
            if (quotes.Count == most) break;
            if (words.Add(Same(quote!.Value.Text, char.IsLetterOrDigit))) quotes.Add(new AnswerQuote(ticket.Id, ticket.Subject, quote.Value.Text, quote.Value.At));
        }

        return quotes;
    }

    private static (string Text, DateTime? At, double Score)? Best(SpokenTicket ticket, IEnumerable<RequestersWords> comments, IReadOnlyList<Topic> topics)
    {
        (string Text, DateTime? At, double Score)? best = null;
        var isFirst = true;
        foreach (var comment in comments.Where(comment => comment.IsBy(ticket.RequesterId)))
        {
            foreach (var sentence in Sentences.Of(MessageText.Clean(comment.Body)))
            {
                var text = sentence.Length <= Longest ? sentence : sentence[..Math.Max(sentence.LastIndexOf(' ', Longest), 1)].TrimEnd();
                // What was tidied on its way here, and does not stand in the comment letter by letter, is no quote.
                if (text.Length < Shortest || Courtesies.IsEmptyTalk(text) || !comment.Body.Contains(text, StringComparison.Ordinal)) continue;
                var stems = topics.Count == 0 ? null : SpokenWords.Of(text);
                var score = (stems is null ? 0 : topics.Average(topic => topic.ShareIn(stems)) * 10) + (isFirst ? 1 : 0) + Math.Min(text.Length, 120) / 120.0;
                if (best is null || score > best.Value.Score) best = (text, comment.At, score);
            }

            isFirst = false;
        }

        return best;
    }

    // Two that differ in case or marks alone are one.
    private static string Same(string text, Func<char, bool> counts) => string.Concat(text.Where(counts)).ToUpperInvariant();
}
