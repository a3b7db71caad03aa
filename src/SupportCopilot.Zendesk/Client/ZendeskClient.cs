using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Client;

/// <summary>
/// The requests to one tenant's Zendesk account (Support and Help Center APIs, v2). Each call throws
/// <see cref="ZendeskException"/> for what the desk or the way there did, and nothing else but a cancellation.
/// </summary>
internal sealed partial class ZendeskClient(ZendeskSender sender)
{
    /// <summary>What one request takes or gives at most, where the endpoint says so.</summary>
    public const int MostAtOnce = 100;

    private const string ByCursor = "page[size]=100";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<T> GetAsync<T>(string path, string endpoint, JsonTypeInfo<T> type, Lane lane, CancellationToken ct) where T : class =>
        sender.SendAsync(new(HttpMethod.Get, path, endpoint, lane), type, ct);

    private Task<T> ExportAsync<T>(string path, string endpoint, JsonTypeInfo<T> type, Lane lane, CancellationToken ct) where T : class =>
        sender.SendAsync(new(HttpMethod.Get, path, endpoint, lane) { Limit = SpecialLimit.Exports, MostBytes = 512L * 1024 * 1024 }, type, ct);

    /// <summary>All pages of a list, by whichever way the endpoint pages.</summary>
    private async IAsyncEnumerable<T> PagesAsync<T>(string path, string endpoint, JsonTypeInfo<T> type, Lane lane, [EnumeratorCancellation] CancellationToken ct) where T : ZendeskPage
    {
        for (var at = path; at is not null;)
        {
            var page = await GetAsync(at, endpoint, type, lane, ct);
            yield return page;
            at = NextOf(page, path, at);
        }
    }

    private async Task<List<TItem>> AllAsync<T, TItem>(string path, string endpoint, JsonTypeInfo<T> type, Func<T, IReadOnlyList<TItem>?> items, Lane lane, CancellationToken ct) where T : ZendeskPage
    {
        var all = new List<TItem>();
        await foreach (var page in PagesAsync(path, endpoint, type, lane, ct)) all.AddRange(items(page) ?? []);
        return all;
    }

    /// <summary>Only ever a place on the host that is connected, whatever the answer names: the token goes there.</summary>
    private static string? NextOf(ZendeskPage page, string first, string current)
    {
        var next = page.Meta is { HasMore: true, AfterCursor: { Length: > 0 } cursor } ? $"{first}{(first.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page[after]={Uri.EscapeDataString(cursor)}"
            : page.Meta is { HasMore: false } ? null
            : Uri.TryCreate(page.Links?.Next ?? page.NextPage, UriKind.Absolute, out var address) && address.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal) ? address.PathAndQuery
            : null;
        return next == current ? null : next;
    }

    private static byte[] Bytes<T>(T body, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(body, type);
}
