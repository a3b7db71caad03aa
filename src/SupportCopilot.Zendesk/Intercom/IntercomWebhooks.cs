using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Intercom;

/// <summary>The door for Intercom's notifications. There is no way to ask Intercom back: what a notification says of its conversation is all there is, and is kept until it is worked off.</summary>
internal static class IntercomWebhooks
{
    private const int LongestId = 100, LongestKind = 60;

    /// <summary>Takes a signed notification of a tenant's workspace: 200 once it is on disk or asks for nothing, 503 when it could not be kept and should come again.</summary>
    internal static Task<IResult> Post(string tenantKey, HttpContext http, WebhookDoor door, TimeProvider clock, CancellationToken ct)
    {
        string? signature = http.Request.Headers[IntercomSignature.Header];
        return door.LetInAsync(
            http, TicketSource.Intercom, tenantKey,
            (body, sender) => IntercomSignature.Holds(body.Span, signature, sender.Secrets),
            (said, body, sender) => EventOf(said, body, sender, clock.GetUtcNow().UtcDateTime),
            ct);
    }

    /// <summary>Intercom asks whether an address is there before it keeps it; it is answered the same for every tenant.</summary>
    internal static IResult Head(string tenantKey) => TypedResults.Ok();

    /// <returns>Null for what is no news of a conversation, such as a ping.</returns>
    private static DeskEvent? EventOf(JsonElement said, ReadOnlyMemory<byte> body, Sender sender, DateTime now)
    {
        if (JsonReading.Word(said.Text("topic"), LongestKind) is not { } topic || !topic.StartsWith("conversation", StringComparison.Ordinal)) return null;
        if (ReadConversation.IdOf(said.Child("data").Child("item")) is not { Length: <= LongestId } conversation) return null;

        // A repetition carries the id of the first; an id that is missing or too long is made of the body.
        var id = said.Id("id") is { Length: <= LongestId } own ? own : Convert.ToHexString(SHA256.HashData(body.Span));
        return new()
        {
            TenantId = sender.TenantId,
            Source = TicketSource.Intercom,
            EventId = id,
            EventKey = DeskEvent.KeyOf(TicketSource.Intercom, id),
            TicketExternalId = conversation,
            Kind = topic,
            OccurredAt = said.Seconds("created_at"),
            Payload = Encoding.UTF8.GetString(body.Span),
            ReceivedAt = now,
            DueAt = now,
        };
    }
}
