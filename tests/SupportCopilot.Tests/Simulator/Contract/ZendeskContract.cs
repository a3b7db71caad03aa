using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportCopilot.Tests.Simulator.Contract;

/// <summary>Holds requests and answers against Zendesk's own description of its Support API.</summary>
internal sealed class ZendeskContract(OpenApiFile file)
{
    private static readonly Lazy<ZendeskContract?> Loaded = new(() =>
    {
        var path = Path.GetFullPath(Path.Combine(SharedData.RepositoryRoot, "..", "shared", "data", "zendesk-support-openapi.yaml"));
        return File.Exists(path) ? new ZendeskContract(OpenApiFile.Load(path)) : null;
    });

    private readonly SchemaCheck _schemas = new(file);

    /// <summary>The contract, or a skipped test.</summary>
    public static ZendeskContract Load()
    {
        SharedData.File("zendesk-support-openapi.yaml");
        return Loaded.Value!;
    }

    /// <summary>The contract where its file is there.</summary>
    public static ZendeskContract? TryLoad() => Loaded.Value;

    /// <summary>Whether the file describes this part of the API at all.</summary>
    public static bool Covers(Uri uri) => !WhatTheFileLacks.Paths.Any(p => uri.AbsolutePath.StartsWith(p.Prefix, StringComparison.Ordinal)) && !WhatTheFileLacks.SinglePaths.ContainsKey(PathOf(uri).Split('/')[^1]);

    /// <summary>The operation of the file that a request is, such as <c>UpdateTicket</c>.</summary>
    public string? OperationId(string method, Uri uri) => Operation(method, uri)?.Operation["operationId"]?.GetValue<string>();

    public IReadOnlyList<string> CheckRequest(string method, Uri uri, string? body)
    {
        if (!Covers(uri)) return [];
        if (Operation(method, uri) is not var (path, operation)) return [$"{method} {uri.AbsolutePath} is not in the file"];
        var at = $"{method} {path.Template}";
        var breaches = new List<string>();
        var parameters = Parameters(path, operation);
        var query = QueryHelpers.ParseQuery(uri.Query);
        foreach (var (name, value) in query)
        {
            if (parameters.Find(p => p["name"]!.ToString() == name && p["in"]!.ToString() == "query") is { } known) CheckText(value.ToString(), known, $"{at} ?{name}", breaches);
            else if (!WhatTheFileLacks.Parameters.Contains(name) && !(WhatTheFileLacks.ParametersOf.TryGetValue(path.Template, out var own) && own.Contains(name))) breaches.Add($"{at} has no parameter {name}");
        }
        foreach (var parameter in parameters)
        {
            var name = parameter["name"]!.ToString();
            if (parameter["in"]!.ToString() == "path" && path.Values.TryGetValue(name, out var value)) CheckText(value, parameter, $"{at} {{{name}}}", breaches);
            // A cursor holds the start in itself.
            if (parameter["in"]!.ToString() == "query" && parameter["required"]?.ToString() == "true" && !query.ContainsKey(name) && !(name == "start_time" && query.ContainsKey("cursor"))) breaches.Add($"{at} lacks {name}");
        }
        if (!string.IsNullOrEmpty(body)) CheckBody(path, operation, body, at, breaches);
        return breaches;
    }

    public IReadOnlyList<string> CheckAnswer(string method, Uri uri, int status, string body)
    {
        if (!Covers(uri) || Operation(method, uri) is not var (path, operation)) return [];
        var at = $"{method} {path.Template} → {status.ToString(CultureInfo.InvariantCulture)}";
        var answer = operation["responses"]?[status.ToString(CultureInfo.InvariantCulture)];
        if (status >= 400) return [];   // Errors are told in prose: the file gives hardly any.
        if (answer is null) return [$"{at} is not in the file"];
        if (file.Resolve(answer).Node["content"]?["application/json"]?["schema"] is not { } schema) return body.Length == 0 ? [] : [$"{at} has no body in the file"];
        if (body.Length == 0) return schema["type"]?.ToString() == "string" ? [] : [$"{at} is empty"];

        using var json = JsonDocument.Parse(body);
        var name = file.Resolve(schema).Name;
        var breaches = _schemas.Check(json.RootElement, schema, at, WhatTheFileLacks.TopLevel);
        return name is not null && WhatTheFileLacks.ItemsOf.TryGetValue(name, out var items) ? breaches.Where(b => !b.Contains($".{items}[", StringComparison.Ordinal)).ToList() : breaches;
    }

    private (PathFound Path, JsonObject Operation)? Operation(string method, Uri uri) =>
        file.Find(PathOf(uri)) is { } path && path.Item[method.ToLowerInvariant()] is JsonObject operation ? (path, operation) : null;

    private static string PathOf(Uri uri) => uri.AbsolutePath.EndsWith(".json", StringComparison.Ordinal) ? uri.AbsolutePath[..^5] : uri.AbsolutePath;

    private List<JsonObject> Parameters(PathFound path, JsonObject operation) =>
        (path.Item["parameters"]?.AsArray() ?? []).Concat(operation["parameters"]?.AsArray() ?? []).Select(p => file.Resolve(p!).Node).ToList();

    private void CheckBody(PathFound path, JsonObject operation, string body, string at, List<string> breaches)
    {
        using var json = JsonDocument.Parse(body);
        // The file describes the bodies of update_many and of tags in prose alone.
        if (path.Template == "/api/v2/tickets/update_many")
        {
            var asked = json.RootElement.TryGetProperty("tickets", out var list) ? list.EnumerateArray().ToList() : [json.RootElement.GetProperty("ticket")];
            if (asked.Count > 100) breaches.Add($"{at} has more than 100 tickets");
            foreach (var ticket in asked) breaches.AddRange(_schemas.Check(ticket, new JsonObject { ["$ref"] = "#/components/schemas/TicketUpdateInput" }, at));
        }
        else if (operation["requestBody"] is { } described)
        {
            breaches.AddRange(_schemas.Check(json.RootElement, file.Resolve(described).Node["content"]!["application/json"]!["schema"]!, at));
        }
    }

    private void CheckText(string value, JsonObject parameter, string at, List<string> breaches)
    {
        var (schema, _) = file.Resolve(parameter["schema"]!);
        if (schema["type"]?.ToString() == "integer" && !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)) breaches.Add($"{at} is no number: {value}");
        if (schema["enum"] is JsonArray words && !words.Any(w => w!.ToString() == value)) breaches.Add($"{at} is {value}, none of {string.Join(", ", words)}");
    }
}
