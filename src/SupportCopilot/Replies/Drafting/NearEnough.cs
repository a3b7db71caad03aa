using SupportCopilot.Knowledge;
using SupportCopilot.Replies.Text;

namespace SupportCopilot.Replies.Drafting;

/// <summary>When an article is near enough to be shown, to build a reply on, or to add to one. The numbers are fixed by the benchmark <c>reply-quality</c>.</summary>
internal static class NearEnough
{
    private const double LeastLikelihood = 0.5;    // agents lose trust by one wrong article sooner than by some silences

    private const double SecondAtLeast = 0.75;     // of the first passage's score
    private const double SecondAdds = 1.2;         // summed weight of newly answered terms: about two telling words

    private const double LeastLikeness = 0.10;
    private const double LeastWordShare = 0.15;

    /// <summary>Whether the search found enough to be worth a look; a reply asks for more.</summary>
    public static bool Is(SearchHit hit) => hit.Likeness >= LeastLikeness || hit.WordShare >= LeastWordShare;

    /// <summary>Whether the article likely enough answers the ticket to build a reply on it.</summary>
    public static bool Is(WeighedArticle weighed) => weighed.Likelihood >= LeastLikelihood;

    /// <summary>Whether a further passage takes up enough of what the first leaves open.</summary>
    public static bool Adds(Passage next, Passage first, TermWeights weights) =>
        next.Score >= SecondAtLeast * first.Score && weights.Sum(next.Answered.Except(first.Answered)) >= SecondAdds;
}
