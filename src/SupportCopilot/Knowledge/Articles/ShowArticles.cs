using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Knowledge.Usage;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>An article's head.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Title">Its title.</param>
/// <param name="Segment">public, restricted or internal.</param>
/// <param name="Language">Two letters (ISO 639-1), where known.</param>
/// <param name="Url">Where a reader finds it, where known.</param>
/// <param name="IsPublished">Whether replies may use it.</param>
/// <param name="UpdatedAt">When it was last changed (UTC).</param>
public sealed record ArticleRow(
    long Id, string Source, string ExternalId, string Title, string Segment, string? Language, string? Url, bool IsPublished, DateTime UpdatedAt)
{
    /// <summary>How often suggested replies cited it, for tickets in the caller's sight.</summary>
    public int Cited { get; init; }

    /// <summary>How often an agent said that such a reply was of use.</summary>
    public int Helped { get; init; }

    /// <summary>How often an agent said that it was not.</summary>
    public int Failed { get; init; }
}

/// <summary>An article whole.</summary>
/// <param name="Article">Its head.</param>
/// <param name="Body">Plain text; headings are lines of their own that begin with #.</param>
public sealed record ArticleDetail(ArticleRow Article, string Body);

/// <summary>Shows the tenant's articles.</summary>
public sealed class ShowArticles(SupportDbContext db, CurrentCaller caller)
{
    /// <summary>Articles in the order they came, and what to give as <paramref name="after"/> for more.</summary>
    /// <exception cref="FormatException"><paramref name="after"/> is nothing that was given out.</exception>
    public async Task<(IReadOnlyList<ArticleRow> Rows, string? Next)> ListAsync(int limit, string? after, CancellationToken ct)
    {
        var last = 0L;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last))
            throw new FormatException("after is not a place in this list: give back the next of the page before.");

        var articles = await db.Articles.AsNoTracking().Where(a => a.Id > last).OrderBy(a => a.Id).Take(limit + 1).ToListAsync(ct);
        var rows = await CountedAsync([.. articles.Take(limit).Select(Row)], ct);
        return (rows, articles.Count > limit ? rows[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <returns>One article; null when there is none of that number.</returns>
    public async Task<ArticleDetail?> OneAsync(long id, CancellationToken ct) =>
        await db.Articles.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is { } article ? new ArticleDetail((await CountedAsync([Row(article)], ct))[0], article.Body) : null;

    private async Task<List<ArticleRow>> CountedAsync(List<ArticleRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var uses = db.ArticleUses.AsNoTracking().Where(u => ids.Contains(u.ArticleId));
        if (!caller.Visibility.IsEverything) uses = uses.Where(u => db.Tickets.VisibleTo(caller.Visibility).Any(t => t.Id == u.TicketId));
        var counts = (await uses.GroupBy(u => new { u.ArticleId, u.Kind }).Select(same => new { same.Key.ArticleId, same.Key.Kind, Times = same.Count() }).ToListAsync(ct))
            .ToDictionary(same => (same.ArticleId, same.Kind), same => same.Times);
        return rows.ConvertAll(row => row with { Cited = Of(row.Id, UseKind.Cited), Helped = Of(row.Id, UseKind.Helped), Failed = Of(row.Id, UseKind.Failed) });

        int Of(long article, UseKind kind) => counts.GetValueOrDefault((article, kind));
    }

    private static ArticleRow Row(Article a) => new(a.Id, a.Source, a.ExternalId, a.Title, a.Segment, a.Language, a.Url, a.IsPublished, a.UpdatedAt);
}
