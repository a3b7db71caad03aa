using System.Globalization;
using System.Text.Json;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Webhooks;

/// <summary>A business rule that calls a webhook: all of some conditions, any of others, and what it says.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Body">What it sends, with <c>{{ticket.id}}</c> and the like in it.</param>
public sealed record Trigger(string Title, string Body)
{
    private static readonly Dictionary<string, string> Channels = new() { ["web"] = "0", ["email"] = "4", ["api"] = "5", ["rule"] = "8", ["chat"] = "29" };

    /// <summary>All must hold.</summary>
    public IReadOnlyList<Condition> All { get; init; } = [];

    /// <summary>One must hold, where there are any.</summary>
    public IReadOnlyList<Condition> Any { get; init; } = [];

    /// <summary>Reads the triggers of an app's <c>requirements.json</c> that call a webhook.</summary>
    public static IReadOnlyList<Trigger> OfRequirements(string json)
    {
        using var file = JsonDocument.Parse(json);
        return file.RootElement.GetProperty("triggers").EnumerateObject().Select(t => t.Value)
            .SelectMany(t => t.GetProperty("actions").EnumerateArray().Where(a => a.GetProperty("field").GetString() == "notification_webhook"), (t, action) =>
                new Trigger(t.GetProperty("title").GetString()!, action.GetProperty("value")[1].GetString()!)
                {
                    All = Conditions(t, "all"),
                    Any = Conditions(t, "any"),
                })
            .ToList();
    }

    internal bool Fires(Ticket ticket, Audit audit) => All.All(c => Holds(c, ticket, audit)) && (Any.Count == 0 || Any.Any(c => Holds(c, ticket, audit)));

    internal string Said(Ticket ticket) => Body
        .Replace("{{ticket.id}}", ticket.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{{ticket.status}}", ticket.Status, StringComparison.Ordinal)
        .Replace("{{ticket.external_id}}", ticket.ExternalId ?? "", StringComparison.Ordinal);

    private static bool Holds(Condition condition, Ticket ticket, Audit audit)
    {
        var tags = condition.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (condition.Field, condition.Operator) switch
        {
            ("update_type", _) => condition.Value == (audit.Id == ticket.Audits[0].Id ? "Create" : "Change"),
            ("current_tags", "includes") => tags.Any(t => ticket.Tags.Contains(t, StringComparer.Ordinal)),
            ("current_tags", "not_includes") => !tags.Any(t => ticket.Tags.Contains(t, StringComparer.Ordinal)),
            ("current_via_id", "is") => Channels.GetValueOrDefault(audit.Via.Channel) == condition.Value,
            ("current_via_id", "is_not") => Channels.GetValueOrDefault(audit.Via.Channel) != condition.Value,
            ("status", "is") => ticket.Status == condition.Value,
            ("status", "is_not") => ticket.Status != condition.Value,
            ("comment_is_public", _) => audit.Events.OfType<CommentEvent>().Any(c => c.IsPublic) == (condition.Value == "true"),
            _ => throw new NotSupportedException($"The simulator knows no condition on {condition.Field} with {condition.Operator}."),
        };
    }

    private static List<Condition> Conditions(JsonElement trigger, string name) => trigger.GetProperty("conditions").TryGetProperty(name, out var list)
        ? list.EnumerateArray().Select(c => new Condition(c.GetProperty("field").GetString()!, c.TryGetProperty("operator", out var op) ? op.GetString()! : "is", c.GetProperty("value").ToString())).ToList()
        : [];
}

/// <summary>One condition of a trigger.</summary>
public sealed record Condition(string Field, string Operator, string Value);
