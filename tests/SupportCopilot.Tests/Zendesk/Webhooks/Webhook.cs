using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SupportCopilot.Tests.Zendesk.Webhooks;

/// <summary>A webhook as Zendesk sends it, really signed; a test may spoil any part of it.</summary>
public sealed record Webhook(string Body, string Secret, DateTimeOffset At)
{
    public const string GoodSecret = "a secret of the webhook's own";

    /// <summary>The settings of a product that takes webhooks with that secret, for the tenant default.</summary>
    public static readonly string[] Settings =
    [
        "SupportCopilot:Zendesk:BaseUrl=https://acme.zendesk.test", "SupportCopilot:Zendesk:ClientId=copilot", "SupportCopilot:Zendesk:ClientSecret=not told",
        $"SupportCopilot:Zendesk:WebhookSecrets:0={GoodSecret}",
    ];

    public string Path { get; init; } = "/api/zendesk/webhooks/default";

    public string? Invocation { get; init; } = Guid.NewGuid().ToString("N");

    public string ContentType { get; init; } = "application/json";

    /// <summary>What the headers say instead of what is right.</summary>
    public Func<string, string?> Signature { get; init; } = right => right;

    public Func<string, string?> Timestamp { get; init; } = right => right;

    /// <summary>What arrives instead of the body that was signed.</summary>
    public Func<string, string> Arrives { get; init; } = body => body;

    public static Webhook OfEvent(long ticket, string kind = "ticket.status_changed", string secret = GoodSecret, DateTimeOffset? at = null) =>
        new(EventBody(ticket, kind), secret, at ?? TimeProvider.System.GetUtcNow());

    public static Webhook OfTrigger(string ticket, string kind = "ticket.created") =>
        new($$"""{"event":"{{kind}}","ticket_id":"{{ticket}}"}""", GoodSecret, TimeProvider.System.GetUtcNow());

    public static string EventBody(long ticket, string kind) => new JsonObject
    {
        ["account_id"] = 12345,
        ["detail"] = new JsonObject { ["id"] = ticket.ToString(CultureInfo.InvariantCulture), ["subject"] = "The canary is quetzal", ["status"] = "OPEN" },
        ["event"] = new JsonObject { ["current"] = "OPEN", ["previous"] = "NEW", ["meta"] = new JsonObject { ["sequence"] = new JsonObject { ["id"] = "CE4A698AF24F35B3208649C6951E000E", ["position"] = 1, ["total"] = 2 } } },
        ["event_version"] = 1,
        ["id"] = Guid.NewGuid().ToString(),
        ["subject"] = $"zen:ticket:{ticket}",
        ["time"] = "2026-11-21T12:00:00.123456789Z",
        ["type"] = $"zen:event-type:{kind}",
        ["zendesk_event_version"] = "2022-11-06",
    }.ToJsonString();

    public HttpRequestMessage Request()
    {
        var timestamp = At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(timestamp + Body)));
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Arrives(Body))) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var (name, value) in new[]
        {
            ("X-Zendesk-Webhook-Signature", Signature(signature)), ("X-Zendesk-Webhook-Signature-Timestamp", Timestamp(timestamp)),
            ("X-Zendesk-Webhook-Invocation-Id", Invocation), ("X-Zendesk-Webhook-Id", "01F1KRFQ6BG29CNWFR60NK5FNY"), ("X-Zendesk-Account-Id", "12345"),
        }) if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public Task<HttpResponseMessage> SendAsync(Product product) => product.Anonymous().SendAsync(Request(), TestContext.Current.CancellationToken);
}
