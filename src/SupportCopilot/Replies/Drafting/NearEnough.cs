using SupportCopilot.Knowledge;

namespace SupportCopilot.Replies.Drafting;

/// <summary>When an article is near enough to build a reply on. The numbers are fixed by the benchmark <c>reply-quality</c>.</summary>
internal static class NearEnough
{
    public const double SecondAtLeast = 0.75;   // of the first passage's score
    public const double SecondAdds = 1.2;       // summed weight of newly answered terms: about two telling words

    private const double PassageAtLeast = 0.45;
    private const double ToTheQuestionAtLeast = 0.30;   // an article that shares the product's name alone answers nothing
    private const double OfTitleAtLeast = 0.30;         // below this the article is about something else, unless …
    private const int TermsWithoutTitle = 4;            // … so many of the asked terms stand in the passage itself
    private const int FewestTerms = 2;                  // one shared word is chance

    private const double LeastLikeness = 0.10;
    private const double LeastWordShare = 0.15;

    /// <summary>Whether the search found enough to be worth a look; a reply asks more of the passage itself.</summary>
    public static bool Is(SearchHit hit) => hit.Likeness >= LeastLikeness || hit.WordShare >= LeastWordShare;

    /// <summary>Whether the passage takes up enough of what is asked, in an article that is about it.</summary>
    public static bool Is(Passage passage, Concern concern) =>
        passage.Score >= PassageAtLeast && passage.ToTheQuestion >= ToTheQuestionAtLeast
        && (passage.Answered.Count >= TermsWithoutTitle
            || (passage.OfTitle >= OfTitleAtLeast && passage.Answered.Count >= Math.Min(FewestTerms, concern.Asked.Count)));
}
