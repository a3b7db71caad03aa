using System.Globalization;
using SupportCopilot.Knowledge;

namespace SupportCopilot.Clusters.Deciding;

/// <summary>
/// The article that an approved resolution is: internal and of no use to replies until it is published, public from then
/// on, withdrawn when the resolution is rejected.
/// </summary>
internal static class ResolutionArticle
{
    private const string Source = "resolution";

    /// <summary>Brings the cluster's article to what the cluster's state says; it is saved with the cluster.</summary>
    /// <param name="cluster">The cluster, with its article loaded.</param>
    /// <param name="language">Two letters (ISO 639-1); null where its tickets speak several.</param>
    /// <param name="now">The moment (UTC).</param>
    public static void Keep(Cluster cluster, string? language, DateTime now)
    {
        var isPublished = cluster.State is ClusterState.Published;
        if (isPublished || cluster.State is ClusterState.Approved)
        {
            var article = cluster.Article ??= new Article { Source = Source, ExternalId = cluster.Id.ToString(CultureInfo.InvariantCulture), Title = "", Body = "" };
            article.Title = cluster.Name;
            article.Body = cluster.Resolution!;
            article.Language = language;
        }
        if (cluster.Article is not { } kept) return;

        kept.Segment = isPublished ? ArticleSegment.Public : ArticleSegment.Internal;
        kept.IsPublished = isPublished;
        kept.UpdatedAt = now;
        kept.OwesIndex = true;
    }
}
