namespace SupportCopilot.Knowledge.Articles;

/// <summary>An article as a source tells it.</summary>
/// <param name="Source">Where it comes from: <c>zendesk</c>, <c>file</c>, <c>demo</c>, <c>resolution</c> or <c>api</c>; at most 20 characters.</param>
/// <param name="ExternalId">Its id there; 1–100 characters.</param>
/// <param name="Title">Its title; cut after 500 characters.</param>
/// <param name="Body">Plain text; headings are lines of their own that begin with #.</param>
public sealed record IncomingArticle(string Source, string ExternalId, string Title, string Body)
{
    /// <summary>One of <see cref="ArticleSegment"/>.</summary>
    public string Segment { get; init; } = ArticleSegment.Public;

    /// <summary>Two letters (ISO 639-1), where known.</summary>
    public string? Language { get; init; }

    /// <summary>Where a reader finds it.</summary>
    public string? Url { get; init; }

    /// <summary>When the source last changed it (UTC); null counts a change from the moment it is seen.</summary>
    public DateTime? UpdatedAt { get; init; }

    /// <summary>Whether replies may use it.</summary>
    public bool IsPublished { get; init; } = true;
}
