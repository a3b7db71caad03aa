using System.Collections.Concurrent;
using SupportCopilot.Zendesk.Client.Limits;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Zendesk.Client;

/// <summary>Gives each tenant's client: one per connection, so that all who use it share its limits, its token and its breaker.</summary>
internal sealed class ZendeskClients(DeskConnections connections, IHttpClientFactory clients, ZendeskLog log, TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, (ZendeskDesk Desk, ZendeskClient Client)> _known = new();

    /// <summary>The client of a tenant, or null where it has no Zendesk.</summary>
    public async ValueTask<ZendeskClient?> OfAsync(int tenantId, CancellationToken ct)
    {
        if (await connections.OfAsync(tenantId, ct) is not { Zendesk: { } desk }) return null;
        return _known.AddOrUpdate(tenantId, _ => (desk, Make(desk)), (_, known) => known.Desk.SameWayIn(desk) ? (desk, known.Client) : (desk, Make(desk))).Client;
    }

    private ZendeskClient Make(ZendeskDesk desk) =>
        new(new ZendeskSender(clients, desk, new ZendeskTokens(clients, desk, clock), new RequestLimits(clock), new ZendeskResilience(clock), log, clock));
}
