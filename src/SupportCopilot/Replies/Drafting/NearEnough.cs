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
    private const double NearByMeaning = 0.42;          // on the scale of Nearness; of BANKING77's foreign messages 3 % reach .38
    private const double OfALongStory = 0.12;           // what the passage must still take up beyond the title
    private const int FewestTerms = 2;                  // one shared word is chance

    private const double LeastLikeness = 0.10;
    private const double LeastWordShare = 0.15;

    /// <summary>Whether the search found enough to be worth a look; a reply asks more of the passage itself.</summary>
    public static bool Is(SearchHit hit) => hit.Likeness >= LeastLikeness || hit.WordShare >= LeastWordShare;

    /// <summary>
    /// Whether the passage takes up enough of what is asked, in an article that is about it. A long story holds much that
    /// no article has; there the search, which knows the meanings, must find the article near instead.
    /// </summary>
    public static bool Is(Passage passage, Concern concern, double nearness)
    {
        var isAboutIt = passage.OfTitle >= OfTitleAtLeast && passage.Answered.Count >= Math.Min(FewestTerms, concern.Asked.Count);
        var takesItUp = passage.Score >= PassageAtLeast && passage.ToTheQuestion >= ToTheQuestionAtLeast;
        return (takesItUp && (isAboutIt || passage.Answered.Count >= TermsWithoutTitle))
            || (isAboutIt && nearness >= NearByMeaning && passage.ToTheQuestion >= OfALongStory);
    }
}
