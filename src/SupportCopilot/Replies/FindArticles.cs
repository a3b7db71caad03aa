using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies;

/// <summary>An article with how near the search found it.</summary>
internal sealed record FoundArticle(Article Article, SearchHit Hit);

/// <summary>Finds the published articles nearest to what a customer asks.</summary>
internal sealed class FindArticles(SupportDbContext db, CurrentTenant tenant, ISearchIndex index)
{
    private const int Most = 10;

    public async Task<IReadOnlyList<FoundArticle>> RunAsync(Concern concern, CancellationToken ct)
    {
        if (concern.IsEmpty) return [];
        var hits = await index.SearchAsync(new SearchQuery(tenant.Id, SearchKind.Article, concern.SearchText, Most) { OnlyDone = true }, ct);
        var ids = hits.Select(hit => hit.Key.Id).ToList();

        // The index may be a step behind: whether an article is published is for the database to say.
        var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.IsPublished).ToDictionaryAsync(a => a.Id, ct);
        return [.. hits.Where(hit => articles.ContainsKey(hit.Key.Id)).Select(hit => new FoundArticle(articles[hit.Key.Id], hit))];
    }
}
