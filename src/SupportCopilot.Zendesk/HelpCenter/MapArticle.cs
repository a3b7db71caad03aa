using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Tickets;
using SupportCopilot.Zendesk.Mapping;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.HelpCenter;

/// <summary>Zendesk's article → ours. One that only some may read stays so; a draft or an outdated translation is no source of replies.</summary>
internal static class MapArticle
{
    public static IncomingArticle? Run(ZendeskArticle article)
    {
        if (article is not { Id: { } id, Title: { Length: > 0 } title }) return null;
        var isForAll = article.UserSegmentId is null && (article.UserSegmentIds ?? []).All(segment => segment is null);
        return new(TicketSource.Zendesk, IdOf(id), title, ArticleText.Read(article.Body ?? "", ArticleFormat.Html).Body)
        {
            Segment = isForAll ? ArticleSegment.Public : ArticleSegment.Restricted,
            Language = article.Locale is { Length: >= 2 } locale ? locale[..2].ToLowerInvariant() : null,
            Url = article.HtmlUrl,
            IsPublished = article.Draft is not true && article.Outdated is not true,
            UpdatedAt = article.UpdatedAt,
        };
    }

    /// <summary>The id by which it is kept.</summary>
    public static string IdOf(long id) => WireText.Of(id);
}
