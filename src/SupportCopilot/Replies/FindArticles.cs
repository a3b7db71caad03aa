using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies;

/// <summary>An article with how near the search found it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Hit">By the customer's words.</param>
/// <param name="ByHistory">By what solved tickets like this one; empty where nothing did.</param>
internal sealed record FoundArticle(Article Article, SearchHit Hit, SearchHit ByHistory);

/// <summary>
/// Finds the published articles nearest to what a customer asks. Customers and articles name a matter in different words;
/// the desk's replies to tickets like this one speak as the articles do, so they search too (pseudo-relevance feedback,
/// Rocchio 1971, by resolutions). They only find: no word of them is shown from here.
/// </summary>
internal sealed class FindArticles(SupportDbContext db, CurrentTenant tenant, ISearchIndex index)
{
    private const int Most = 40;   // a handful is looked at; the rest tells how near an article found by history is to the customer's words

    /// <summary>Begins to look for what the customer asks, in their words and in others, so that something else can be done meanwhile.</summary>
    /// <param name="concern">What the customer waits to hear.</param>
    /// <param name="ct">Cancels.</param>
    public ArticleSearch Begin(Concern concern, CancellationToken ct) => concern.IsEmpty ? ArticleSearch.ForNothing : new(
        SearchAsync(concern.SearchText, ct),
        AskedTerms.InOtherWords(concern.Matter) is { Length: > 0 } others ? SearchAsync(others, ct) : ArticleSearch.Nothing);

    /// <param name="search">What was begun.</param>
    /// <param name="history">The desk's replies that solved tickets like this one.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Those found by the customer's words, nearest first, then those found by history alone, then by other words for the matter.</returns>
    public async Task<IReadOnlyList<FoundArticle>> EndAsync(ArticleSearch search, IReadOnlyList<string> history, CancellationToken ct)
    {
        if (search == ArticleSearch.ForNothing) return [];
        var byHistory = history.Count > 0 ? await SearchAsync(string.Join('\n', history), ct) : [];
        var (direct, inOtherWords) = (await search.Direct, await search.InOtherWords);

        // The index may be a step behind: whether an article is published is for the database to say.
        var ids = direct.Concat(byHistory).Concat(inOtherWords).Select(hit => hit.Key.Id).Distinct().ToList();
        var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.IsPublished).ToDictionaryAsync(a => a.Id, ct);
        var (asked, voted) = (direct.ToDictionary(hit => hit.Key.Id), byHistory.ToDictionary(hit => hit.Key.Id));
        return [.. ids.Where(articles.ContainsKey).Select(id => new FoundArticle(articles[id], asked.GetValueOrDefault(id), voted.GetValueOrDefault(id)))];
    }

    private Task<IReadOnlyList<SearchHit>> SearchAsync(string text, CancellationToken ct) =>
        index.SearchAsync(new SearchQuery(tenant.Id, SearchKind.Article, text, Most) { OnlyDone = true }, ct);
}

/// <summary>Searches under way.</summary>
/// <param name="Direct">By the customer's words.</param>
/// <param name="InOtherWords">By what articles say for them.</param>
internal sealed record ArticleSearch(Task<IReadOnlyList<SearchHit>> Direct, Task<IReadOnlyList<SearchHit>> InOtherWords)
{
    public static Task<IReadOnlyList<SearchHit>> Nothing { get; } = Task.FromResult<IReadOnlyList<SearchHit>>([]);

    public static ArticleSearch ForNothing { get; } = new(Nothing, Nothing);
}
