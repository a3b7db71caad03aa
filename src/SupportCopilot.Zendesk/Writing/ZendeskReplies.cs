using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>Comments on the tickets of each tenant's Zendesk account.</summary>
internal sealed class ZendeskReplies(ZendeskClients clients, ReplyToTicket replies) : IReplyAtDesk
{
    public async Task<DeskAnswer> ReplyAsync(DeskReply reply, CancellationToken ct)
    {
        if (await clients.OfAsync(reply.TenantId, ct) is not { } client) return DeskAnswers.NotConnected;
        return DeskIds.Number(reply.ExternalId) is { } id ? await replies.RunAsync(client, id, reply, ct) : DeskAnswers.NoSuchTicket;
    }

    public async Task<DeskAnswer> TraceAsync(DeskReply reply, CancellationToken ct)
    {
        if (await clients.OfAsync(reply.TenantId, ct) is not { } client) return DeskAnswers.NotConnected with { Outcome = DeskOutcome.Unknown };
        return DeskIds.Number(reply.ExternalId) is { } id ? await replies.TraceAsync(client, id, reply, ct) : DeskAnswers.NoSuchTicket;
    }
}
