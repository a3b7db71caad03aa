using System.Collections.Concurrent;
using SupportCopilot.Zendesk.Client;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>Keeps the names of each account that change seldom: its agents, groups, brands and fields.</summary>
internal sealed class KnownNames(TimeProvider clock)
{
    // A new agent, brand or field goes by its number for so long at most.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<int, (ZendeskClient Client, DateTimeOffset At, DeskNames Names)> _known = new();

    /// <summary>The names of a tenant's account, read anew where they are no longer fresh.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="client">Its client; another client is another account.</param>
    /// <param name="lane">Who waits.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<DeskNames> OfAsync(int tenantId, ZendeskClient client, Lane lane, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(tenantId, out var known) && known.Client == client && now - known.At < Fresh) return known.Names;

        var names = new DeskNames();
        names.Add(await WhereAllowedAsync(client.AgentsAsync(lane, ct)), await WhereAllowedAsync(client.GroupsAsync(lane, ct)), null, await WhereAllowedAsync(client.BrandsAsync(lane, ct)));
        names.Add(await WhereAllowedAsync(client.TicketFieldsAsync(lane, ct)));
        _known[tenantId] = (client, now, names);
        return names;
    }

    /// <summary>An account without brands, or a token that may not list people, still has tickets: then ids stand for names.</summary>
    private static async Task<IReadOnlyList<T>> WhereAllowedAsync<T>(Task<IReadOnlyList<T>> reading)
    {
        try
        {
            return await reading;
        }
        catch (ZendeskException refused) when (refused.Kind is ZendeskFailure.Gone or ZendeskFailure.Refused)
        {
            return [];
        }
    }
}
