using System.Text.Json;

namespace SupportCopilot.Tests.Models.Scripted;

/// <summary>What a model server was asked.</summary>
/// <param name="Body">The request as it came.</param>
/// <param name="Json">The same, read.</param>
public sealed record ScriptedCall(string Body, JsonElement Json)
{
    public string Model => Json.GetProperty("model").GetString()!;

    /// <summary>The texts of the messages of a role, in their order.</summary>
    public IReadOnlyList<string> Said(string role) =>
        [.. Json.GetProperty("messages").EnumerateArray().Where(message => message.GetProperty("role").GetString() == role).Select(TextOf)];

    public JsonElement Schema => Json.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema");

    /// <summary>Whether the answer is to come scrap by scrap.</summary>
    public bool IsStream => Json.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    /// <summary>What the data of the question says.</summary>
    public JsonElement Data => JsonDocument.Parse(Said("user")[0]).RootElement;

    /// <summary>Reads a request, by the rules of the real server.</summary>
    /// <returns>What is wrong with it; null when it can be answered.</returns>
    public static string? Read(string body, out ScriptedCall? call)
    {
        call = null;
        JsonElement json;
        try
        {
            json = JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            return "We could not parse the JSON body of your request.";
        }

        if (!json.TryGetProperty("model", out var model) || string.IsNullOrEmpty(model.GetString())) return "you must provide a model parameter";
        if (!json.TryGetProperty("messages", out var messages) || messages.GetArrayLength() == 0) return "'messages' is too short";
        if (messages.EnumerateArray().Any(message => message.GetProperty("role").GetString() is not ("system" or "user" or "assistant"))) return "Invalid value for 'role'.";
        if (json.TryGetProperty("tools", out _)) return "This project gives no tools.";
        if (json.TryGetProperty("response_format", out var format) && Wrong(format) is { } wrong) return $"Invalid schema for response_format: {wrong} ({body})";
        call = new ScriptedCall(body, json);
        return null;
    }

    private static string? Wrong(JsonElement format)
    {
        if (format.GetProperty("type").GetString() != "json_schema") return "type is not json_schema.";
        var schema = format.GetProperty("json_schema");
        if (!schema.TryGetProperty("strict", out var strict) || !strict.GetBoolean()) return "it is not strict.";
        if (schema.GetProperty("name").GetString() is not { Length: > 0 and <= 64 } name || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')) return "its name.";
        var values = 0;
        return InStrict(schema.GetProperty("schema"), ref values) ?? (values > 1000 ? "more than 1000 enum values." : null);
    }

    // Strict output: every object closed, every property required, no more than a thousand enum values.
    private static string? InStrict(JsonElement schema, ref int values)
    {
        if (schema.TryGetProperty("enum", out var choices))
        {
            if (choices.GetArrayLength() == 0) return "enum is empty.";
            values += choices.GetArrayLength();
        }

        if (!schema.TryGetProperty("properties", out var properties)) return null;
        if (!schema.TryGetProperty("additionalProperties", out var more) || more.ValueKind is not JsonValueKind.False) return "additionalProperties is required to be supplied and to be false.";
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet() : [];
        foreach (var property in properties.EnumerateObject())
        {
            if (!required.Contains(property.Name)) return "required is required to be an array including every key in properties.";
            if (InStrict(property.Value, ref values) is { } wrong) return wrong;
        }

        return null;
    }

    private static string TextOf(JsonElement message) => message.GetProperty("content") switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Concat(parts.EnumerateArray().Select(part => part.GetProperty("text").GetString())),
        _ => "",
    };
}
