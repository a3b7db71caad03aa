using SupportCopilot.Knowledge;

namespace SupportCopilot.Replies.Drafting;

/// <summary>When an article is near enough to be shown, or to build a reply on. The numbers are fixed by the benchmark <c>reply-quality</c>.</summary>
internal static class NearEnough
{
    private const double LeastLikelihood = 0.5;    // agents lose trust by one wrong article sooner than by some silences

    private const double LeastLikeness = 0.10;
    private const double LeastWordShare = 0.15;

    /// <summary>Whether the search found enough to be worth a look; a reply asks for more.</summary>
    public static bool Is(SearchHit hit) => hit.Likeness >= LeastLikeness || hit.WordShare >= LeastWordShare;

    /// <summary>Whether the article likely enough answers the ticket to build a reply on it.</summary>
    public static bool Is(WeighedArticle weighed) => weighed.Likelihood >= LeastLikelihood;
}
