using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>Brings articles in: creates what is new, updates what changed, and leaves alone what the source said before.</summary>
public sealed class WriteArticles(SupportDbContext db, TimeProvider clock)
{
    private const int LongestTitle = 500;
    private const int LookedUpAtOnce = 500;   // ids in one query; more would make the statement itself the cost

    /// <summary>Writes the articles into the tenant of the scope. Of two with one source and id the later one counts.</summary>
    /// <exception cref="ArgumentException">An article without an id, or with one of more than 100 characters.</exception>
    public async Task<WrittenArticles> RunAsync(IReadOnlyList<IncomingArticle> articles, CancellationToken ct)
    {
        foreach (var article in articles) Check(article);
        var last = articles.GroupBy(a => (a.Source, a.ExternalId)).Select(same => same.Last());

        var written = new WrittenArticles([], 0, 0, 0);
        foreach (var source in last.GroupBy(a => a.Source))
        {
            foreach (var chunk in source.Chunk(LookedUpAtOnce)) written = written.And(await WriteAsync(source.Key, chunk, ct));
        }
        return written;
    }

    /// <summary>Writes those whose source and id are not there yet, and leaves alone what is there, whatever became of it.</summary>
    internal async Task<WrittenArticles> NewOnesAsync(IReadOnlyList<IncomingArticle> articles, CancellationToken ct)
    {
        var sources = articles.Select(a => a.Source).Distinct().Single();
        var known = await db.Articles.Where(a => a.Source == sources).Select(a => a.ExternalId).ToListAsync(ct);
        var written = await RunAsync([.. articles.Where(a => !known.Contains(a.ExternalId))], ct);
        return written with { Unchanged = articles.Count - written.Created };
    }

    private async Task<WrittenArticles> WriteAsync(string source, IncomingArticle[] chunk, CancellationToken ct)
    {
        var ids = chunk.Select(a => a.ExternalId).ToList();
        var known = await db.Articles.Where(a => a.Source == source && ids.Contains(a.ExternalId)).ToDictionaryAsync(a => a.ExternalId, ct);
        var (rows, created, updated) = (new List<Article>(), 0, 0);
        foreach (var incoming in chunk)
        {
            if (known.TryGetValue(incoming.ExternalId, out var row))
            {
                if (Update(row, incoming)) updated++;
            }
            else
            {
                row = db.Articles.Add(New(incoming)).Entity;
                created++;
            }
            rows.Add(row);
        }

        await db.SaveChangesAsync(ct);
        return new WrittenArticles([.. rows.Select(row => row.Id)], created, updated, chunk.Length - created - updated);
    }

    private Article New(IncomingArticle incoming) => new()
    {
        Source = incoming.Source,
        ExternalId = incoming.ExternalId,
        Title = TitleOf(incoming),
        Body = incoming.Body,
        Segment = incoming.Segment,
        Language = incoming.Language,
        Url = incoming.Url,
        IsPublished = incoming.IsPublished,
        UpdatedAt = incoming.UpdatedAt ?? Now(),
    };

    /// <summary>Takes over what the source says now; whether that was anything new.</summary>
    private bool Update(Article row, IncomingArticle incoming)
    {
        var searchable = (row.Title, row.Body, row.Segment, row.Language, row.IsPublished)
            != (TitleOf(incoming), incoming.Body, incoming.Segment, incoming.Language, incoming.IsPublished);
        if (!searchable && row.Url == incoming.Url) return false;

        (row.Title, row.Body, row.Segment, row.Language, row.IsPublished, row.Url)
            = (TitleOf(incoming), incoming.Body, incoming.Segment, incoming.Language, incoming.IsPublished, incoming.Url);
        row.UpdatedAt = incoming.UpdatedAt ?? Now();
        row.OwesIndex |= searchable;
        return true;
    }

    private static void Check(IncomingArticle article)
    {
        if (article.ExternalId.Length is 0 or > 100) throw new ArgumentException("An article's external id has 1 to 100 characters.");
        if (article.Source.Length is 0 or > 20) throw new ArgumentException("An article's source has 1 to 20 characters.");
    }

    private static string TitleOf(IncomingArticle article) => article.Title.Length <= LongestTitle ? article.Title : article.Title[..LongestTitle];

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}

/// <summary>What came of it.</summary>
/// <param name="Ids">Our own numbers of the articles, created or not.</param>
/// <param name="Created">Articles that were not there.</param>
/// <param name="Updated">Articles that said something new.</param>
/// <param name="Unchanged">Articles that said nothing new.</param>
public sealed record WrittenArticles(IReadOnlyList<long> Ids, int Created, int Updated, int Unchanged)
{
    internal WrittenArticles And(WrittenArticles other) =>
        new([.. Ids, .. other.Ids], Created + other.Created, Updated + other.Updated, Unchanged + other.Unchanged);
}
