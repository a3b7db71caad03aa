using System.Runtime.CompilerServices;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Syncing;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.HelpCenter;

/// <summary>The pages of the export of articles, which goes by time.</summary>
internal static class ArticlePages
{
    private const int PageSize = 1000;

    public static async IAsyncEnumerable<(IReadOnlyList<ZendeskArticle> Articles, TimePlace Next, bool IsEnd, DateTime Asked)> SinceAsync(
        TimePlace place, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var asked = run.Now;
            var page = await run.Client.ArticlesSinceAsync(place.AskFrom(run), Lane.Sync, ct);
            var articles = page.Articles ?? [];
            var next = place.After(page.EndTime);
            // It says no end: a page that is not full, or leads to nothing later, is the last one.
            var isEnd = articles.Count == 0 || page.EndOfStream is true || (page.EndOfStream is null && (articles.Count < PageSize && page.NextPage is null || next == place));
            if (!isEnd && next == place) next = place.Next;
            yield return (articles, next, isEnd, asked);
            if (isEnd) yield break;
            place = next;
        }
    }
}
