namespace ZendeskSimulator.HelpCenter;

/// <summary>The account's Help Center in the hands of its authors.</summary>
public sealed class Library
{
    private readonly SimulatedZendesk _zendesk;

    internal Library(SimulatedZendesk zendesk) => _zendesk = zendesk;

    /// <summary>All articles, in the order of their last change.</summary>
    public IReadOnlyList<Article> Articles => _zendesk.Within(account => account.Articles.InOrder.ToList());

    /// <summary>Writes an article: another one where its id is 0.</summary>
    public Article Publishes(Article article) => _zendesk.Within(account => account.Articles.Publish(article));

    /// <summary>Archives an article.</summary>
    public void Archives(long id) => _zendesk.Within(account =>
    {
        account.Articles.Remove(id);
        return id;
    });
}
