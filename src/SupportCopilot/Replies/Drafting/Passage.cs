using SupportCopilot.Knowledge;

namespace SupportCopilot.Replies.Drafting;

/// <summary>A place in an article that may answer a ticket.</summary>
/// <param name="Article">The article.</param>
/// <param name="Place">Where it stands in the article's body.</param>
/// <param name="Score">How well it answers, 0–1.</param>
/// <param name="ToTheQuestion">The share of what is asked beyond the article's title that it holds, 0–1; 1 where the title is all that is asked.</param>
/// <param name="OfTitle">The share of the article's title that the customer's words hold, 0–1.</param>
/// <param name="Answered">The asked terms that it takes up.</param>
internal sealed record Passage(Article Article, Range Place, double Score, double ToTheQuestion, double OfTitle, IReadOnlySet<string> Answered)
{
    /// <summary>Its words, exactly as they stand in the article.</summary>
    public string Quote => Article.Body[Place];
}
