using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Syncing;

namespace SupportCopilot.Zendesk.HelpCenter;

/// <summary>Looks once a day which articles the help center has, for it does not say which it has removed; those are removed here too.</summary>
internal sealed class AllArticlesStream : IDeskStream
{
    public string Name => "zendesk/articles/all";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public bool IsNeeded => false;

    public async IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var (asked, there) = (run.Now, new HashSet<string>());
        await foreach (var (articles, _, _, _) in ArticlePages.SinceAsync(new TimePlace(1), run, ct))
            there.UnionWith(articles.Select(a => a.Id).OfType<long>().Select(MapArticle.IdOf));

        await RemoveOthersAsync(there, asked, run, ct);
        yield return new(new DeskPage(TicketSource.Zendesk) { Rows = there.Count }, "", asked - SyncRun.Held, true);
    }

    /// <summary>An article that is not published is in no reply and in no search; its row stays, for replies that cited it.</summary>
    private static async Task RemoveOthersAsync(HashSet<string> there, DateTime asked, SyncRun run, CancellationToken ct)
    {
        await using var scope = run.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(run.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        foreach (var article in await db.Articles.Where(a => a.Source == TicketSource.Zendesk && a.IsPublished).ToListAsync(ct))
        {
            if (there.Contains(article.ExternalId)) continue;
            article.IsPublished = false;
            article.Body = "";
            article.UpdatedAt = asked;
            article.OwesIndex = true;
        }

        await db.SaveChangesAsync(ct);
    }
}
