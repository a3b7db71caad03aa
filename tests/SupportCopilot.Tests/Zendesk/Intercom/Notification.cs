using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SupportCopilot.Tests.Zendesk.Intercom;

/// <summary>A notification as Intercom sends it, really signed.</summary>
public sealed record Notification(string Body)
{
    public const string Secret = "the client secret of the app";

    public static readonly string[] Settings = [$"SupportCopilot:Intercom:ClientSecret={Secret}", "SupportCopilot:Intercom:ClientSecrets:0=the one before it"];

    public string SignedBy { get; init; } = Secret;

    public string Path { get; init; } = "/api/intercom/webhooks/default";

    public Func<string, string?> Signature { get; init; } = right => right;

    public Func<string, string> Arrives { get; init; } = body => body;

    /// <summary>News of a conversation.</summary>
    public static Notification Of(string topic, JsonObject item, string? id = null) => new(new JsonObject
    {
        ["type"] = "notification_event",
        ["app_id"] = "a86dr8yl",
        ["data"] = new JsonObject { ["type"] = "notification_event_data", ["item"] = item },
        ["links"] = new JsonObject(),
        ["id"] = id ?? $"notif_{Guid.NewGuid()}",
        ["topic"] = topic,
        ["delivery_status"] = "pending",
        ["delivery_attempts"] = 1,
        ["created_at"] = (long?)item["updated_at"] ?? 1_771_500_000,
    }.ToJsonString());

    public async Task<HttpResponseMessage> SendAsync(Product product)
    {
#pragma warning disable CA5350 // Intercom signs by SHA-1
        var signature = "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(SignedBy), Encoding.UTF8.GetBytes(Body)));
#pragma warning restore CA5350
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(Arrives(Body), Encoding.UTF8, "application/json") };
        if (Signature(signature) is { } sent) request.Headers.TryAddWithoutValidation("X-Hub-Signature", sent);
        return await product.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
    }
}

/// <summary>Conversations as Intercom writes them.</summary>
public static class Talk
{
    public const long Noon = 1_771_502_400;   // 2026-02-19 12:00 UTC

    public static JsonObject Conversation(string id, long updatedAt, string state = "open", params JsonObject[] parts) => new()
    {
        ["type"] = "conversation",
        ["id"] = id,
        ["created_at"] = Noon,
        ["updated_at"] = updatedAt,
        ["title"] = "Where is my order?",
        ["state"] = state,
        ["open"] = state == "open",
        ["priority"] = "not_priority",
        ["admin_assignee_id"] = 814860,
        ["team_assignee_id"] = "5017691",
        ["source"] = new JsonObject
        {
            ["type"] = "conversation",
            ["id"] = "403918320",
            ["delivered_as"] = "customer_initiated",
            ["subject"] = "",
            ["body"] = "<p>I ordered <b>two weeks</b> ago.</p><p>Where is it?</p>",
            ["author"] = Customer(),
            ["redacted"] = false,
        },
        ["contacts"] = new JsonObject { ["type"] = "contact.list", ["contacts"] = new JsonArray(new JsonObject { ["type"] = "contact", ["id"] = "5ba682d23d7cf92bef87bfd4" }) },
        ["teammates"] = new JsonObject { ["type"] = "admin.list", ["teammates"] = new JsonArray(new JsonObject { ["type"] = "admin", ["id"] = "814860" }) },
        ["tags"] = new JsonObject { ["type"] = "tag.list", ["tags"] = new JsonArray(new JsonObject { ["type"] = "tag", ["id"] = "1", ["name"] = "VIP Customer" }) },
        ["statistics"] = new JsonObject { ["type"] = "conversation_statistics", ["first_admin_reply_at"] = Noon + 600, ["time_to_admin_reply"] = 600, ["last_close_at"] = Noon + 7200, ["count_reopens"] = 1 },
        ["custom_attributes"] = new JsonObject { ["Plan"] = "Gold", ["Seats"] = 12, ["Nothing"] = null },
        ["conversation_parts"] = new JsonObject { ["type"] = "conversation_part.list", ["conversation_parts"] = new JsonArray([.. parts]), ["total_count"] = parts.Length },
    };

    public static JsonObject Part(string id, string body, JsonObject author, string type = "comment", long at = Noon + 600, bool isRedacted = false) => new()
    {
        ["type"] = "conversation_part",
        ["id"] = id,
        ["part_type"] = type,
        ["body"] = isRedacted ? null : body,
        ["created_at"] = at,
        ["updated_at"] = at,
        ["author"] = author,
        ["redacted"] = isRedacted,
    };

    public static JsonObject Customer() => new() { ["type"] = "user", ["id"] = "5ba682d23d7cf92bef87bfd4", ["name"] = "Mia Quetzal", ["email"] = "mia@acme.example" };

    public static JsonObject Admin() => new() { ["type"] = "admin", ["id"] = "814860", ["name"] = "Ada Jones", ["email"] = "ada@desk.example" };

    public static JsonObject Bot() => new() { ["type"] = "bot", ["id"] = "9", ["name"] = "Fin", ["email"] = "operator@intercom.example" };
}
