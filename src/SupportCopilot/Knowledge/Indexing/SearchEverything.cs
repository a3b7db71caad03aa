using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Knowledge.Indexing;

/// <summary>Finds tickets and published articles by words or by a whole text, best first, in the caller's sight.</summary>
public sealed class SearchEverything(SupportDbContext db, ISearchIndex index, CurrentTenant tenant, CurrentCaller caller)
{
    /// <param name="text">What to look for.</param>
    /// <param name="kind">Tickets or articles; null for both.</param>
    /// <param name="limit">At most so many, 1–200.</param>
    /// <param name="ct">Cancels the search.</param>
    public async Task<IReadOnlyList<FoundDocument>> RunAsync(string text, SearchKind? kind, int limit, CancellationToken ct)
    {
        var found = new List<FoundDocument>();
        if (kind is not SearchKind.Article) found.AddRange(await TicketsAsync(await HitsAsync(SearchKind.Ticket, text, limit, ct), ct));
        if (kind is not SearchKind.Ticket) found.AddRange(await ArticlesAsync(await HitsAsync(SearchKind.Article, text, limit, ct), text, ct));
        return [.. found.OrderByDescending(f => f.Hit.Score).Take(limit)]; // fused ranks: the first ticket and the first article stand together
    }

    private Task<IReadOnlyList<SearchHit>> HitsAsync(SearchKind kind, string text, int limit, CancellationToken ct) =>
        index.SearchAsync(new(tenant.Id, kind, text, limit) { Visibility = caller.Visibility, OnlyDone = kind is SearchKind.Article }, ct);

    // The index may lag behind the database by seconds, so what is shown is asked of the database, sight included.
    private async Task<IEnumerable<FoundDocument>> TicketsAsync(IReadOnlyList<SearchHit> hits, CancellationToken ct)
    {
        var ids = hits.Select(hit => hit.Key.Id).ToList();
        var subjects = await db.Tickets.AsNoTracking().VisibleTo(caller.Visibility).Where(t => ids.Contains(t.Id))
            .Select(t => new { t.Id, t.Subject }).ToDictionaryAsync(t => t.Id, t => t.Subject, ct);
        return hits.Where(hit => subjects.ContainsKey(hit.Key.Id)).Select(hit => new FoundDocument(hit, subjects[hit.Key.Id], null));
    }

    private async Task<IEnumerable<FoundDocument>> ArticlesAsync(IReadOnlyList<SearchHit> hits, string text, CancellationToken ct)
    {
        var ids = hits.Select(hit => hit.Key.Id).ToList();
        var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.IsPublished).ToDictionaryAsync(a => a.Id, ct);
        return hits.Where(hit => articles.ContainsKey(hit.Key.Id))
            .Select(hit => new FoundDocument(hit, articles[hit.Key.Id].Title, Excerpt.Of(articles[hit.Key.Id].Body, text)));
    }
}

/// <summary>Something that was found.</summary>
/// <param name="Hit">What it is and how near.</param>
/// <param name="Title">The ticket's subject or the article's title.</param>
/// <param name="Excerpt">The lines of the article that are nearest to what was asked; null for tickets.</param>
public sealed record FoundDocument(SearchHit Hit, string Title, string? Excerpt);
