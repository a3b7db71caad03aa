using SupportCopilot.Knowledge;

namespace SupportCopilot.Replies.Drafting;

/// <summary>A place in an article that a reply quotes.</summary>
/// <param name="Article">The article.</param>
/// <param name="Place">Where it stands in the article's body.</param>
internal sealed record Quotation(Article Article, Range Place)
{
    /// <summary>Its words, exactly as they stand in the article.</summary>
    public string Words => Article.Body[Place];
}
