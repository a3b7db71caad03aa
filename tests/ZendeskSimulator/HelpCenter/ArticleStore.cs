using ZendeskSimulator.Accounts;
using ZendeskSimulator.Generated;

namespace ZendeskSimulator.HelpCenter;

/// <summary>The articles; those of the start hold every kind that a reader must tell apart.</summary>
internal sealed class ArticleStore
{
    /// <summary>Customers who are signed in.</summary>
    public const long SignedIn = 401;

    /// <summary>Team members alone.</summary>
    public const long Staff = 402;

    private const long FirstId = 601;

    private readonly Dictionary<long, Article> _articles = [];
    private readonly Account _account;

    public ArticleStore(Account account)
    {
        _account = account;
        var at = account.History.Start;
        foreach (var (matter, n) in Phrases.Matters.Select((matter, n) => (matter, n)))
            Save(new Article(FirstId + n, $"About {matter.Tag}", $"<h2>{matter.Tag}</h2><p>{matter.Answer}</p>") { Labels = [matter.Tag], CreatedAt = at + n * 3600, UpdatedAt = at + n * 3600 });
        Save(_articles[FirstId + 1] with { IsDraft = true });
        Save(_articles[FirstId + 2] with { UserSegmentId = Staff });
        Save(_articles[FirstId + 3] with { UserSegmentId = SignedIn });
        Save(_articles[FirstId + 4] with { IsOutdated = true, Locale = "de" });
        Save(_articles[FirstId + 5] with { Locale = "de", Title = "Über Bestellungen" });
    }

    /// <summary>In the order of their last change.</summary>
    public IEnumerable<Article> InOrder => _articles.Values.OrderBy(a => a.UpdatedAt).ThenBy(a => a.Id);

    public Article? Find(long id) => _articles.GetValueOrDefault(id);

    /// <summary>Writes an article anew, or another one.</summary>
    public Article Publish(Article article)
    {
        var kept = article with { Id = article.Id == 0 ? _account.NextId() : article.Id, CreatedAt = _articles.GetValueOrDefault(article.Id)?.CreatedAt ?? _account.Now, UpdatedAt = _account.Now };
        Save(kept);
        return kept;
    }

    /// <summary>Archives an article: it is found no more, and no export says so.</summary>
    public void Remove(long id) => _articles.Remove(id);

    private void Save(Article article) => _articles[article.Id] = article;
}
