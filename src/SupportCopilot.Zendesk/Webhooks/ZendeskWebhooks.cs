using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>The door for Zendesk's webhooks, those subscribed to events as well as those of our triggers.</summary>
internal static class ZendeskWebhooks
{
    private const string InvocationHeader = "X-Zendesk-Webhook-Invocation-Id";
    private const int LongestId = 100;

    /// <summary>Takes a signed webhook of a tenant's Zendesk: 200 once it is on disk or asks for nothing, 503 when it could not be kept and should come again.</summary>
    internal static Task<IResult> Post(string tenantKey, HttpContext http, WebhookDoor door, TimeProvider clock, CancellationToken ct)
    {
        string? signature = http.Request.Headers[ZendeskSignature.SignatureHeader], timestamp = http.Request.Headers[ZendeskSignature.TimestampHeader];
        return door.LetInAsync(
            http, TicketSource.Zendesk, tenantKey,
            (body, sender) => ZendeskSignature.Holds(body.Span, signature, timestamp, sender.Secrets, clock.GetUtcNow()),
            (said, body, sender) => TicketNews.Of(said) is { } news ? EventOf(news, http.Request, body, sender, clock.GetUtcNow().UtcDateTime) : null,
            ct);
    }

    private static DeskEvent EventOf(TicketNews news, HttpRequest request, ReadOnlyMemory<byte> body, Sender sender, DateTime now)
    {
        // Zendesk repeats an invocation under its id. Where a proxy took the header away, the event's own id or the body itself will do.
        var id = IdOf(request.Headers[InvocationHeader]) ?? IdOf(news.EventId) ?? Convert.ToHexString(SHA256.HashData(body.Span));
        return new()
        {
            TenantId = sender.TenantId,
            Source = TicketSource.Zendesk,
            EventId = id,
            EventKey = DeskEvent.KeyOf(TicketSource.Zendesk, id),
            TicketExternalId = news.TicketId,
            Kind = news.Kind,
            OccurredAt = news.OccurredAt,
            Sequence = news.Sequence,
            ReceivedAt = now,
            DueAt = now,
        };
    }

    private static string? IdOf(string? said) => string.IsNullOrWhiteSpace(said) ? null
        : said.Length <= LongestId ? said : Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(said)));
}
