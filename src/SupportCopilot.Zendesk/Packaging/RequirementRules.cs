using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>What the app brings into the account: webhooks, triggers, fields.</summary>
internal static partial class RequirementRules
{
    private const int Most = 5_000;

    private static readonly string[] Types =
    [
        "automations", "channel_integrations", "custom_objects", "custom_objects_v2", "macros", "organization_fields", "targets", "ticket_fields", "triggers", "user_fields", "views", "webhooks",
    ];

    private static readonly string[] WithoutTitle = ["channel_integrations", "custom_objects", "custom_objects_v2", "webhooks"];
    private static readonly string[] WithKey = ["user_fields", "organization_fields"];
    private static readonly string[] OldTargets = ["http_target", "url_target_v2"];

    public static IEnumerable<string> BreachesIn(AppPackage package)
    {
        if (!package.Has(AppPackage.RequirementsFile) || package.Requirements.ValueKind is JsonValueKind.Undefined) yield break;
        var types = package.Requirements.ValueKind is JsonValueKind.Object ? package.Requirements.EnumerateObject().ToList() : [];
        if (types.Count == 0) yield return "requirements.json is an object that names what is brought, by type: fill it, or leave it out.";
        foreach (var type in types.Where(type => !Types.Contains(type.Name))) yield return $"requirements.json: an app cannot bring \"{type.Name}\"; it can bring {string.Join(", ", Types)}.";
        if (Placeholder().IsMatch(Encoding.UTF8.GetString(package.Content(AppPackage.RequirementsFile)))) yield return "requirements.json holds a placeholder that was not filled in: give its setting.";

        var brought = types.SelectMany(type => (type.Value.ValueKind is JsonValueKind.Object ? type.Value.EnumerateObject().ToList() : []).Select(entry => (Type: type.Name, entry.Name, Fields: entry.Value))).ToList();
        if (brought.Count > Most) yield return $"requirements.json brings {brought.Count} things, and at most {Most} are taken: leave some out.";
        foreach (var breach in brought.SelectMany(entry => Breaches(entry.Type, entry.Name, entry.Fields, package.Requirements.Child("webhooks")))) yield return breach;
    }

    private static IEnumerable<string> Breaches(string type, string identifier, JsonElement fields, JsonElement webhooks)
    {
        if (!WithoutTitle.Contains(type) && fields.Text("title") is not { Length: > 0 }) yield return $"requirements.json: {identifier} ({type}) has no \"title\": add it.";
        if (WithKey.Contains(type) && fields.Text("key") is not { Length: > 0 }) yield return $"requirements.json: {identifier} ({type}) has no \"key\": add it.";
        if (type == "channel_integrations" && fields.Text("manifest_url") is not { Length: > 0 }) yield return $"requirements.json: {identifier} ({type}) has no \"manifest_url\": add it.";
        if (type == "targets" && OldTargets.Contains(fields.Text("type"))) yield return $"requirements.json: {identifier} is a target of a kind that is no longer taken: make it a webhook.";
        var more = type switch { "webhooks" => WebhookRules.OfWebhook(identifier, fields), "triggers" => WebhookRules.OfTrigger(identifier, fields, webhooks), _ => [] };
        foreach (var breach in more) yield return breach;
    }

    // Zendesk's own placeholders are written small.
    [GeneratedRegex(@"\{\{[A-Z_]+\}\}")]
    private static partial Regex Placeholder();
}
