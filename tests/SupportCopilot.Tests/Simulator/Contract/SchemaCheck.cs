using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportCopilot.Tests.Simulator.Contract;

/// <summary>Holds JSON against a schema of the file: types, enums, what is required, and what the file does not know.</summary>
internal sealed class SchemaCheck(OpenApiFile file)
{
    /// <returns>What does not fit, each with its place.</returns>
    public List<string> Check(JsonElement value, JsonNode schema, string at, IReadOnlySet<string>? alsoKnown = null)
    {
        var breaches = new List<string>();
        Check(value, schema, at, alsoKnown, breaches);
        return breaches;
    }

    private void Check(JsonElement value, JsonNode reference, string at, IReadOnlySet<string>? alsoKnown, List<string> breaches)
    {
        var (schema, name) = file.Resolve(reference);
        // Zendesk writes null for what is empty, and the file marks only some of it; what is required is checked by its owner.
        if (value.ValueKind is JsonValueKind.Null) return;
        if (name is not null && WhatTheFileLacks.Replaced.ContainsKey(name)) return;

        if (schema["allOf"] is JsonArray all)
            foreach (var part in all) CheckTypes(value, part!, at, breaches);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices) CheckChoices(value, choices, at, schema["additionalProperties"]?.ToString() == "true", breaches);
        CheckType(value, schema, at, breaches);
        if (value.ValueKind is JsonValueKind.Object) CheckMembers(value, schema, name, at, alsoKnown, breaches);
        if (value.ValueKind is JsonValueKind.Array && schema["items"] is { } items)
            foreach (var (item, n) in value.EnumerateArray().Select((item, n) => (item, n))) Check(item, items, $"{at}[{n.ToString(CultureInfo.InvariantCulture)}]", null, breaches);
    }

    // A part of allOf knows only its own members: what is unknown to all of them is found by the whole.
    private void CheckTypes(JsonElement value, JsonNode part, string at, List<string> breaches)
    {
        var (schema, _) = file.Resolve(part);
        CheckType(value, schema, at, breaches);
        if (value.ValueKind is JsonValueKind.Object) CheckRequired(value, schema, at, breaches);
    }

    private void CheckChoices(JsonElement value, JsonArray choices, string at, bool isOpen, List<string> breaches)
    {
        List<string>? fewest = null;
        foreach (var choice in choices)
        {
            var own = Check(value, choice!, at);
            // The whole takes any member, whatever its choices name.
            if (isOpen) own.RemoveAll(b => b.Contains(" is unknown to the file", StringComparison.Ordinal));
            if (own.Count == 0) return;
            if (fewest is null || own.Count < fewest.Count) fewest = own;
        }
        if (fewest is not null) breaches.AddRange(fewest.Select(b => $"{b} (and no other choice fits)"));
    }

    private static void CheckType(JsonElement value, JsonObject schema, string at, List<string> breaches)
    {
        var fits = schema["type"]?.GetValue<string>() switch
        {
            "object" => value.ValueKind is JsonValueKind.Object,
            "array" => value.ValueKind is JsonValueKind.Array,
            "string" => value.ValueKind is JsonValueKind.String,
            "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind is JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => true,
        };
        if (!fits) breaches.Add($"{at} is {value.ValueKind}, not {schema["type"]}");
        else if (schema["enum"] is JsonArray words && !words.Any(w => w!.GetValue<string>() == value.ToString())) breaches.Add($"{at} is \"{value}\", none of {string.Join(", ", words)}");
        else if (schema["format"]?.GetValue<string>() is "date-time" or "datetime" && value.ValueKind is JsonValueKind.String && !value.TryGetDateTimeOffset(out _)) breaches.Add($"{at} is no time: \"{value}\"");
    }

    private void CheckMembers(JsonElement value, JsonObject schema, string? name, string at, IReadOnlySet<string>? alsoKnown, List<string> breaches)
    {
        CheckRequired(value, schema, at, breaches);
        var known = new Dictionary<string, JsonNode>();
        var isOpen = !Collect(schema, known);
        var lacks = WhatTheFileLacks.Of(name);
        foreach (var member in value.EnumerateObject())
        {
            if (known.TryGetValue(member.Name, out var own))
            {
                var isKnownWord = WhatTheFileLacks.Words.TryGetValue($"{name}.{member.Name}", out var words) && words.Contains(member.Value.ToString());
                if (!lacks.Contains(member.Name) && !isKnownWord) Check(member.Value, own, $"{at}.{member.Name}", null, breaches);
            }
            else if (!isOpen && !lacks.Contains(member.Name) && alsoKnown?.Contains(member.Name) is not true)
            {
                breaches.Add($"{at}.{member.Name} is unknown to the file{(name is null ? "" : $" ({name})")}");
            }
        }
    }

    // The members that a schema names, with those of its parts; false where it takes any.
    private bool Collect(JsonObject schema, Dictionary<string, JsonNode> known)
    {
        if (schema["additionalProperties"]?.ToString() == "true") return false;
        var isClosed = schema["properties"] is not null;
        foreach (var (name, own) in schema["properties"]?.AsObject() ?? []) known.TryAdd(name, own!);
        foreach (var part in schema["allOf"]?.AsArray() ?? []) isClosed |= Collect(file.Resolve(part!).Node, known);
        // Choices were held against the value one by one.
        return isClosed && schema["oneOf"] is null && schema["anyOf"] is null;
    }

    private static void CheckRequired(JsonElement value, JsonObject schema, string at, List<string> breaches)
    {
        foreach (var required in schema["required"]?.AsArray() ?? [])
            if (!value.TryGetProperty(required!.GetValue<string>(), out _)) breaches.Add($"{at} lacks {required}");
    }
}
