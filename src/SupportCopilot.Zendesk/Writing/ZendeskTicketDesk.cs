using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>The way out to the Zendesk account of each tenant.</summary>
internal sealed class ZendeskTicketDesk(DeskConnections connections, ZendeskClients clients, WriteTicket single, WriteTickets many, TraceWrite trace) : ITicketDesk
{
    public async Task<WriteBackMode> ModeAsync(int tenantId, CancellationToken ct) => (await connections.OfAsync(tenantId, ct))?.Zendesk?.WriteBack ?? WriteBackMode.Off;

    public async Task<DeskAnswer> WriteAsync(DeskWrite write, CancellationToken ct)
    {
        if (await clients.OfAsync(write.TenantId, ct) is not { } client) return DeskAnswers.NotConnected;
        return DeskIds.Number(write.ExternalId) is { } id ? await single.RunAsync(client, id, write, ct) : DeskAnswers.NoSuchTicket;
    }

    public async Task<IReadOnlyList<DeskAnswer>> WriteManyAsync(IReadOnlyList<DeskWrite> writes, CancellationToken ct)
    {
        if (writes.Count == 0) return [];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(writes.Count, DeskWrite.MostAtOnce);
        return await clients.OfAsync(writes[0].TenantId, ct) is { } client
            ? await many.RunAsync(client, writes, ct)
            : [.. writes.Select(_ => DeskAnswers.NotConnected)];
    }

    public async Task<DeskAnswer> TraceAsync(DeskWrite write, CancellationToken ct)
    {
        if (await clients.OfAsync(write.TenantId, ct) is not { } client) return DeskAnswers.NotConnected with { Outcome = DeskOutcome.Unknown };
        return DeskIds.Number(write.ExternalId) is { } id ? await trace.RunAsync(client, id, write, ct) : DeskAnswers.NoSuchTicket;
    }
}
