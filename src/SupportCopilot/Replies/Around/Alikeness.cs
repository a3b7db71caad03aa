using SupportCopilot.Replies.Text;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Around;

/// <summary>How alike a ticket's first words are to what another asks: the cosine of their terms by weight.</summary>
internal static class Alikeness
{
    /// <param name="asked">The terms of what is asked.</param>
    /// <param name="subject">The other ticket's subject.</param>
    /// <param name="body">Its first message as it came.</param>
    /// <param name="least">Below this nobody wants to know.</param>
    /// <param name="weights">How telling each term is.</param>
    /// <returns>The cosine; 0 where it cannot reach <paramref name="least"/>.</returns>
    /// <remarks>
    /// Cleaning a message of quotes and signatures costs far more than its terms. Terms that are shared after it were shared
    /// before it, so by Cauchy and Schwarz the cosine is at most the root of the weight of what the raw words share, as a part of all that is asked.
    /// </remarks>
    public static double Of(IReadOnlySet<string> asked, string subject, string? body, double least, TermWeights weights)
    {
        var all = asked.Sum(Square);
        var raw = Terms.Of($"{subject}\n{body}");
        var isPlain = body is null || body.AsSpan().IndexOfAny('<', '&') < 0;   // in HTML a word may be written otherwise than it reads
        if (all == 0 || (isPlain && Math.Sqrt(asked.Where(raw.Contains).Sum(Square) / all) < least)) return 0;
        return weights.Cosine(asked, Terms.Of($"{subject}\n{MessageText.Clean(body ?? "")}"));

        double Square(string term) => weights[term] * weights[term];
    }
}
