using System.Text.Json;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>The webhooks that an app brings, and the triggers that call them.</summary>
internal static class WebhookRules
{
    /// <summary>What a webhook is subscribed to when triggers call it; then it is subscribed to nothing else.</summary>
    private const string ByTriggers = "conditional_ticket_events";

    private static readonly string[] Needed = ["name", "status", "endpoint", "http_method", "request_format"];

    public static IEnumerable<string> OfWebhook(string identifier, JsonElement webhook)
    {
        foreach (var key in Needed.Where(key => webhook.Text(key) is not { Length: > 0 })) yield return $"requirements.json: the webhook {identifier} has no \"{key}\": add it.";
        if (webhook.Text("endpoint") is { Length: > 0 } endpoint && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            yield return $"requirements.json: the webhook {identifier} leads to \"{endpoint}\", which must begin with https://.";
        if (SubscriptionsOf(webhook) is { Count: > 1 } subscriptions && subscriptions.Contains(ByTriggers))
            yield return $"requirements.json: the webhook {identifier} is called by triggers and subscribed to events, and can be one of these alone: make two of it.";
        if (webhook.Child("signing_secret").ValueKind is JsonValueKind.Object)
            yield return $"requirements.json: the webhook {identifier} brings what it is signed by, which everybody who has the package can read: leave it to Zendesk to make one.";
    }

    public static IEnumerable<string> OfTrigger(string identifier, JsonElement trigger, JsonElement webhooks)
    {
        var conditions = trigger.Child("conditions");
        if (!conditions.Items("all").Concat(conditions.Items("any")).Any()) yield return $"requirements.json: the trigger {identifier} has no \"conditions\": say when it fires.";
        var actions = trigger.Items("actions").ToList();
        if (actions.Count == 0) yield return $"requirements.json: the trigger {identifier} has no \"actions\": say what it does.";
        foreach (var breach in actions.Where(action => action.Text("field") == "notification_webhook").SelectMany(action => OfCall(identifier, action.Child("value"), webhooks))) yield return breach;
    }

    private static IEnumerable<string> OfCall(string trigger, JsonElement value, JsonElement webhooks)
    {
        if (value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() != 2)
        {
            yield return $"requirements.json: the trigger {trigger} calls a webhook by a list of its identifier and the body: write both.";
            yield break;
        }

        var (called, body) = (value[0].ToString(), value[1].ToString());
        if (webhooks.Child(called) is not { ValueKind: JsonValueKind.Object } webhook) yield return $"requirements.json: the trigger {trigger} calls \"{called}\", which is none of the webhooks beside it: name one of them.";
        else if (!SubscriptionsOf(webhook).Contains(ByTriggers)) yield return $"requirements.json: the trigger {trigger} calls {called}, which no trigger can call: set its \"subscriptions\" to [\"{ByTriggers}\"].";
        if (!IsJson(body)) yield return $"requirements.json: what the trigger {trigger} sends is no JSON: put it right.";
    }

    private static List<string> SubscriptionsOf(JsonElement webhook) =>
        webhook.Child("subscriptions") is { ValueKind: JsonValueKind.Array } said ? [.. said.EnumerateArray().Select(each => each.ToString())] : [];

    private static bool IsJson(string body)
    {
        try
        {
            using var parsed = JsonDocument.Parse(body);
            return parsed.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
