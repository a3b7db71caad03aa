using System.Globalization;
using System.Text.Json;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Tickets;

/// <summary>What somebody wants changed on a ticket.</summary>
internal sealed record TicketChanges
{
    // Those that a ticket keeps as a number are told as text in audits too.
    private static readonly string[] Fields = ["subject", "status", "priority", "type", "assignee_id", "group_id", "requester_id", "organization_id", "brand_id", "external_id"];

    /// <summary>Fields by their name in the API; null empties one.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>();

    /// <summary>All tags it shall have from now on; null leaves them.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<string> AddTags { get; init; } = [];

    public IReadOnlyList<string> RemoveTags { get; init; } = [];

    public IReadOnlyDictionary<long, string?> CustomFields { get; init; } = new Dictionary<long, string?>();

    public NewComment? Comment { get; init; }

    /// <summary>The change must not happen when the ticket was changed after this moment, in seconds since 1970.</summary>
    public long? OnlyIfStill { get; init; }

    /// <summary>What stands in <c>metadata</c>.</summary>
    public JsonElement? Custom { get; init; }

    /// <summary>Reads them from the body of a request.</summary>
    /// <param name="asked">The ticket as the caller wants it.</param>
    /// <param name="ofMany">Whether it stands in <c>update_many</c>, where tags can be added and removed.</param>
    public static TicketChanges Read(JsonElement asked, bool ofMany = false)
    {
        var values = new Dictionary<string, string?>();
        foreach (var field in Fields)
            if (asked.TryGetProperty(field, out var value)) values[field] = Text(field, value);
        return new TicketChanges
        {
            Values = values,
            Tags = asked.TryGetProperty("tags", out var tags) ? TagWords.Read(tags) : null,
            AddTags = ofMany && asked.TryGetProperty("additional_tags", out var add) ? TagWords.Read(add) : [],
            RemoveTags = ofMany && asked.TryGetProperty("remove_tags", out var remove) ? TagWords.Read(remove) : [],
            CustomFields = asked.TryGetProperty("custom_fields", out var custom) && custom.ValueKind is JsonValueKind.Array ? ReadCustomFields(custom) : new Dictionary<long, string?>(),
            Comment = asked.TryGetProperty("comment", out var comment) && comment.ValueKind is not JsonValueKind.Null ? NewComment.Read(comment) : null,
            OnlyIfStill = StampOf(asked),
            Custom = asked.TryGetProperty("metadata", out var metadata) && metadata.ValueKind is JsonValueKind.Object ? metadata.Clone() : null,
        };
    }

    /// <summary>The moment in <c>updated_stamp</c> where <c>safe_update</c> is set.</summary>
    public static long? StampOf(JsonElement asked)
    {
        // Zendesk's own examples write it as a text.
        if (!asked.TryGetProperty("safe_update", out var safe) || safe.ValueKind is not JsonValueKind.True && !(safe.ValueKind is JsonValueKind.String && safe.GetString() == "true")) return null;
        return asked.TryGetProperty("updated_stamp", out var stamp) && stamp.ValueKind is JsonValueKind.String
            && DateTimeOffset.TryParse(stamp.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUnixTimeSeconds()
            : throw new Refused(SimulatedAnswer.Error(400, "ParameterMissing", "Parameter updated_stamp is required with safe_update"));
    }

    private static string? Text(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetInt64().ToString(CultureInfo.InvariantCulture),
        _ => throw new Refused(SimulatedAnswer.Invalid(field, $"{field} is not valid")),
    };

    private static Dictionary<long, string?> ReadCustomFields(JsonElement custom)
    {
        var fields = new Dictionary<long, string?>();
        foreach (var field in custom.EnumerateArray())
            fields[field.GetProperty("id").GetInt64()] = field.TryGetProperty("value", out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;
        return fields;
    }
}

/// <summary>Words that somebody wants on a ticket.</summary>
internal sealed record NewComment(string Body, string? Html = null, bool IsPublic = true, long? AuthorId = null)
{
    public static NewComment Read(JsonElement comment)
    {
        string? Member(string name) => comment.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        var html = Member("html_body");
        var body = html is null ? Member("body") : HtmlWords.Plain(html);
        if (string.IsNullOrWhiteSpace(body)) throw new Refused(SimulatedAnswer.Invalid("comment", "Comment: cannot be blank"));
        return new NewComment(
            body, html,
            !comment.TryGetProperty("public", out var isPublic) || isPublic.ValueKind is not JsonValueKind.False,
            comment.TryGetProperty("author_id", out var author) && author.ValueKind is JsonValueKind.Number ? author.GetInt64() : null);
    }
}
