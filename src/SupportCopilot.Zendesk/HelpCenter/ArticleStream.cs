using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Syncing;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.HelpCenter;

/// <summary>Articles of the help center that changed, into the knowledge. They are kept before their place is: read twice, an article changes nothing.</summary>
internal sealed class ArticleStream : IDeskStream
{
    public string Name => "zendesk/articles";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public bool IsNeeded => false;

    public async IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var (place, readTo) = (TimePlace.Of(from), from.ReadTo ?? SyncRun.Beginning);
        await foreach (var (articles, next, isEnd, asked) in ArticlePages.SinceAsync(place, run, ct))
        {
            await using var scope = run.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Access.CurrentTenant>().Set(run.TenantId);
            await scope.ServiceProvider.GetRequiredService<WriteArticles>().RunAsync([.. articles.Select(MapArticle.Run).OfType<IncomingArticle>()], ct);
            readTo = SyncRun.Later(readTo, isEnd ? asked - SyncRun.Held : next.At);
            yield return new(new DeskPage(TicketSource.Zendesk) { Rows = articles.Count }, next.Cursor, readTo, isEnd) { LeftOut = isEnd ? await OtherBrandsAsync(run, ct) : null };
        }
    }

    /// <summary>Other brands' help centers are at hosts of their own, where the token of this one is not sent.</summary>
    private static async Task<string?> OtherBrandsAsync(SyncRun run, CancellationToken ct)
    {
        IReadOnlyList<ZendeskBrand> brands;
        try
        {
            brands = await run.Client.BrandsAsync(Lane.Sync, ct);
        }
        catch (ZendeskException refused) when (refused.Kind is ZendeskFailure.Gone or ZendeskFailure.Refused)
        {
            return null;
        }

        var without = brands.Where(b => b is { Active: not false, HasHelpCenter: false }).Select(b => b.Name).ToList();
        var others = brands.Where(b => b is { Active: not false, HasHelpCenter: true, Default: false }).Select(b => b.Name).ToList();
        var words = new List<string>();
        if (without.Count > 0) words.Add($"No help center: {string.Join(", ", without)}.");
        if (others.Count > 0) words.Add($"Not read, for they have help centers at hosts of their own: {string.Join(", ", others)}.");
        return words.Count == 0 ? null : string.Join(' ', words);
    }
}
