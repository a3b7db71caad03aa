using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Knowledge.Usage;
using SupportCopilot.Storage;

namespace SupportCopilot.Knowledge.Passages;

/// <summary>Finds the passages of published articles that take up a question best, those that say it in other words too.</summary>
public sealed class SearchPassages
{
    private const int MostArticles = 40;
    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly ISearchIndex _index;
    private readonly CutArticles _cut;
    private readonly CountUse _use;

    internal SearchPassages(SupportDbContext db, CurrentTenant tenant, ISearchIndex index, CutArticles cut, CountUse use) =>
        (_db, _tenant, _index, _cut, _use) = (db, tenant, index, cut, use);

    /// <param name="question">What is asked.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The best first.</returns>
    public async Task<IReadOnlyList<FoundPassage>> RunAsync(string question, int limit, CancellationToken ct)
    {
        var hits = await HitsAsync(question, ct);
        if (AskedTerms.InOtherWords(question) is { Length: > 0 } others) hits = hits.Concat(await HitsAsync(others, ct));
        var ids = hits.Distinct().ToList();
        var articles = await _db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.IsPublished).ToListAsync(ct);
        if (articles.Count == 0) await _use.MissedAsync(question, ct);
        var ranked = RankPassages.In([.. articles.Select(_cut.Of)], question, question);
        return
        [
            .. ranked.All.Take(limit).Select(each => new FoundPassage(
                each.Passage.Article.Id, each.Passage.Article.Title, each.Passage.Article.Segment, each.Passage.Heading, each.Passage.Quote, each.Score)),
        ];
    }

    private async Task<IEnumerable<long>> HitsAsync(string text, CancellationToken ct) =>
        (await _index.SearchAsync(new SearchQuery(_tenant.Id, SearchKind.Article, text, MostArticles) { OnlyDone = true }, ct)).Select(hit => hit.Key.Id);
}

/// <summary>A passage that was found.</summary>
/// <param name="ArticleId">Its article.</param>
/// <param name="Title">The article's title.</param>
/// <param name="Segment">public, restricted or internal: who may read the article.</param>
/// <param name="Heading">The heading it stands under; empty above the first one.</param>
/// <param name="Text">Its words, as they stand in the article.</param>
/// <param name="Score">Larger is nearer; comparable within one answer only.</param>
public sealed record FoundPassage(long ArticleId, string Title, string Segment, string Heading, string Text, double Score);
