using SupportCopilot.Storage;

namespace SupportCopilot.Knowledge.Proposals;

/// <summary>Puts an agent's correction before the experts: unpublished, so that no reply uses it, and internal.</summary>
internal sealed class ProposeArticle(SupportDbContext db, TimeProvider clock)
{
    private const int LongestTitle = 500;

    /// <summary>Notes it on the context; the caller saves.</summary>
    public void Note(string id, string title, string body, string? language) => db.Articles.Add(new Article
    {
        Source = Proposal.Correction,
        ExternalId = id,
        Title = title.Length > LongestTitle ? title[..LongestTitle] : title,
        Body = body.ReplaceLineEndings("\n").Trim(),
        Segment = ArticleSegment.Internal,
        Language = language,
        IsPublished = false,
        OwesIndex = false,
        UpdatedAt = clock.GetUtcNow().UtcDateTime,
    });
}
