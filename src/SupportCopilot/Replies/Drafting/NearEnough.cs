using SupportCopilot.Knowledge;

namespace SupportCopilot.Replies.Drafting;

/// <summary>When an article is near enough to be shown, or to build a reply on. The numbers are fixed by the benchmark <c>reply-quality</c>.</summary>
internal static class NearEnough
{
    private const double LeastLikelihood = 0.5;    // agents lose trust by one wrong article sooner than by some silences

    // An article may be near in words and still not be what solves tickets like this one, the more so where the customer says
    // nothing of its title. Fixed on the tuning half of the demo desk, where three of four wrong answers fall away by it.
    private const double LeastSolving = 0.08;
    private const double SolvesThem = 0.12;
    private const double IsNamed = 0.2;             // of the title
    private const double LikelihoodWhereItSolves = 0.3;
    private const double BeyondDoubt = 0.95;


    private const double LeastLikeness = 0.10;
    private const double LeastWordShare = 0.15;

    /// <summary>Whether the search found enough to be worth a look; a reply asks for more.</summary>
    public static bool Is(SearchHit hit) => hit.Likeness >= LeastLikeness || hit.WordShare >= LeastWordShare;

    /// <summary>Whether the article likely enough answers the ticket to build a reply on it.</summary>
    public static bool Is(WeighedArticle weighed) => weighed.Solving is not { } solving ? weighed.Likelihood >= LeastLikelihood
        : weighed.Likelihood >= BeyondDoubt || (solving >= (weighed.OfTitle >= IsNamed ? LeastSolving : SolvesThem) && weighed.Likelihood >= LeastLikelihood) || (solving >= SolvesThem && weighed.Likelihood >= LikelihoodWhereItSolves);
}
