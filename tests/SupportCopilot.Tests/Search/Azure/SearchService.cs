using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupportCopilot.Tests.Search.Azure;

/// <summary>
/// A search service as Azure's answers by REST, as far as the product asks: it keeps an index and its documents, and refuses
/// what the real one refuses: a missing version or key, unknown fields, wrong types, filters it cannot read, keys with
/// other signs, more than a thousand documents at once.
/// </summary>
internal sealed partial class SearchService(string name, string key)
{
    private static readonly string[] Versions = ["2023-11-01", "2024-07-01"];
    private static readonly string[] SearchNames =
        ["search", "searchFields", "searchMode", "filter", "top", "skip", "select", "orderby", "count", "queryType", "semanticConfiguration", "semanticErrorHandling", "vectorQueries"];

    private readonly Dictionary<string, JsonObject> _documents = new(StringComparer.Ordinal);

    /// <summary>What it answers before anything else, one for each request, with the seconds to wait.</summary>
    public Queue<(HttpStatusCode Status, int? RetryAfter)> Faults { get; } = new();

    /// <summary>Documents it is too busy for, once each.</summary>
    public HashSet<string> BusyKeys { get; } = [];

    /// <summary>How many documents came in each batch.</summary>
    public List<int> Batches { get; } = [];

    /// <summary>Every search as it was asked.</summary>
    public List<JsonObject> Searches { get; } = [];

    public int Requests { get; private set; }

    public JsonObject? Definition { get; private set; }

    public IReadOnlyDictionary<string, JsonObject> Documents => _documents;

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken ct)
    {
        Requests++;
        if (Faults.TryDequeue(out var fault))
        {
            var busy = new HttpResponseMessage(fault.Status);
            if (fault.RetryAfter is { } seconds) busy.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
            return busy;
        }
        var isKnown = request.Headers.TryGetValues("api-key", out var keys) ? keys.Single() == key : request.Headers.Authorization?.ToString() == $"Bearer {key}";
        if (!isKnown) return new HttpResponseMessage(HttpStatusCode.Forbidden);
        if (!Versions.Contains(System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query)["api-version"])) return Refused("The api-version is missing or unknown.");
        var body = request.Content is null ? null : await request.Content.ReadFromJsonAsync<JsonObject>(ct);
        try
        {
            return (request.Method.Method, request.RequestUri.AbsolutePath) switch
            {
                ("GET", var path) when path == $"/indexes/{name}" => Definition is null ? new(HttpStatusCode.NotFound) : Ok(Definition),
                ("PUT", var path) when path == $"/indexes/{name}" => Make(body!),
                ("POST", var path) when path == $"/indexes/{name}/docs/index" && Definition is not null => Index(body!),
                ("POST", var path) when path == $"/indexes/{name}/docs/search" && Definition is not null => Search(body!),
                _ => new(HttpStatusCode.NotFound),
            };
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
        {
            return Refused(wrong.Message);
        }
    }

    private HttpResponseMessage Make(JsonObject definition)
    {
        var fields = definition["fields"]!.AsArray();
        if (definition["name"]!.GetValue<string>() != name) throw new FormatException("The name in the address is another.");
        if (fields.Count(field => field!["key"]?.GetValue<bool>() == true) != 1) throw new FormatException("An index has one key field.");
        var profiles = definition["vectorSearch"]?["profiles"]?.AsArray().Select(profile => profile!["name"]!.GetValue<string>()).ToList() ?? [];
        foreach (var field in fields)
        {
            if (!FieldName().IsMatch(field!["name"]!.GetValue<string>())) throw new FormatException("A field's name begins with a letter.");
            if (field["vectorSearchProfile"] is { } profile && !profiles.Contains(profile.GetValue<string>())) throw new FormatException("There is no such vector profile.");
            if (field["searchable"]?.GetValue<bool>() == true && field["type"]!.GetValue<string>() is not ("Edm.String" or "Collection(Edm.Single)")) throw new FormatException("Only texts and vectors are searchable.");
        }
        var isNew = Definition is null;
        Definition = definition;
        return new(isNew ? HttpStatusCode.Created : HttpStatusCode.NoContent) { Content = JsonContent.Create(definition) };
    }

    private HttpResponseMessage Index(JsonObject body)
    {
        var actions = body["value"]!.AsArray();
        if (actions.Count is 0 or > 1000) throw new FormatException("1 to 1000 documents at once.");
        Batches.Add(actions.Count);
        foreach (var action in actions) Check(action!.AsObject());
        var results = new JsonArray();
        foreach (var each in actions)
        {
            var action = each!.AsObject();
            var id = action["key"]!.GetValue<string>();
            var isBusy = BusyKeys.Remove(id);
            if (!isBusy) Do(action, id);
            results.Add(new JsonObject { ["key"] = id, ["status"] = !isBusy, ["errorMessage"] = isBusy ? "busy" : null, ["statusCode"] = isBusy ? 503 : 200 });
        }
        var isAll = results.All(result => result!["status"]!.GetValue<bool>());
        return new(isAll ? HttpStatusCode.OK : HttpStatusCode.MultiStatus) { Content = JsonContent.Create(new JsonObject { ["value"] = results }) };
    }

    private void Do(JsonObject action, string id)
    {
        var document = action.DeepClone().AsObject();
        document.Remove("@search.action");
        switch (action["@search.action"]?.GetValue<string>() ?? "upload")
        {
            case "upload": _documents[id] = document; break;
            case "delete": _documents.Remove(id); break;
            default:
                var known = _documents.TryGetValue(id, out var old) ? old : _documents[id] = [];
                foreach (var (field, value) in document.ToList()) known[field] = value?.DeepClone();
                break;
        }
    }

    private void Check(JsonObject action)
    {
        if (action["@search.action"]?.GetValue<string>() is not (null or "upload" or "merge" or "mergeOrUpload" or "delete")) throw new FormatException("There is no such action.");
        if (action["key"]?.GetValue<string>() is not { } id || !Key().IsMatch(id)) throw new FormatException("A key has letters, digits, dashes, underscores and equals signs.");
        foreach (var (field, value) in action)
        {
            if (field == "@search.action") continue;
            var type = Field(field)["type"]!.GetValue<string>();
            var fits = value is null || type switch
            {
                "Edm.String" => value.GetValueKind() is System.Text.Json.JsonValueKind.String,
                "Edm.Boolean" => value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
                "Edm.Int32" or "Edm.Int64" => value.GetValueKind() is System.Text.Json.JsonValueKind.Number,
                _ => value is JsonArray numbers && numbers.Count == Field(field)["dimensions"]!.GetValue<int>(),
            };
            if (!fits) throw new FormatException($"{field} is of another type.");
        }
    }

    private HttpResponseMessage Search(JsonObject body)
    {
        Searches.Add(body);
        if (body.FirstOrDefault(part => !SearchNames.Contains(part.Key)).Key is { } unknown) throw new FormatException($"{unknown} is no part of a search.");
        foreach (var field in Names(body, "select")) Field(field);
        foreach (var field in Names(body, "searchFields"))
            if (Field(field)["searchable"]?.GetValue<bool>() != true) throw new FormatException($"{field} is not searchable.");
        foreach (var field in Names(body, "orderby"))
            if (Field(field)["sortable"]?.GetValue<bool>() != true) throw new FormatException($"{field} is not sortable.");
        if (body["top"]?.GetValue<int>() > 1000) throw new FormatException("top is at most 1000.");
        if (body["queryType"]?.GetValue<string>() == "semantic"
            && !Definition!["semantic"]!["configurations"]!.AsArray().Any(each => each!["name"]!.GetValue<string>() == body["semanticConfiguration"]?.GetValue<string>())) throw new FormatException("There is no such semantic configuration.");

        var filter = body["filter"] is { } given ? SearchServiceFilter.Read(given.GetValue<string>(), field => Field(field)["filterable"]?.GetValue<bool>() == true) : _ => true;
        var vector = body["vectorQueries"]?[0]?["vector"]?.AsArray().Select(number => number!.GetValue<float>()).ToArray();
        if (vector is not null && vector.Length != Field("meaning")["dimensions"]!.GetValue<int>()) throw new FormatException("The vector has another length.");
        var words = body["search"]!.GetValue<string>() is var asked && asked == "*" ? null : asked.Split(' ');
        var found = _documents.Values.Where(filter).Select(document => (Document: document, Score: Score(document, words, vector))).Where(each => each.Score > 0);
        found = body["orderby"] is null ? found.OrderByDescending(each => each.Score) : found.OrderBy(each => each.Document["key"]!.GetValue<string>(), StringComparer.Ordinal);
        var all = found.ToList();
        var answer = new JsonObject { ["value"] = new JsonArray([.. all.Take(body["top"]?.GetValue<int>() ?? 50).Select(each => Shown(each.Document, each.Score, body))]) };
        if (body["count"]?.GetValue<bool>() == true) answer["@odata.count"] = all.Count;
        return Ok(answer);
    }

    private static JsonObject Shown(JsonObject document, double score, JsonObject body)
    {
        var shown = new JsonObject { ["@search.score"] = score };
        foreach (var field in Names(body, "select")) shown[field] = document[field]?.DeepClone();
        if (body["queryType"]?.GetValue<string>() == "semantic") shown["@search.rerankerScore"] = Math.Min(4, score / 2);
        return shown;
    }

    private static double Score(JsonObject document, string[]? words, float[]? vector)
    {
        if (words is null) return 1;
        var own = $"{document["title"]?.GetValue<string>()} {document["words"]?.GetValue<string>()}".ToLowerInvariant().Split(' ', '.', ',', '?', '!').ToHashSet();
        var meaning = document["meaning"]?.AsArray().Select(number => number!.GetValue<float>()).ToArray();
        return words.Count(own.Contains) + (vector is null || meaning is null ? 0 : Math.Max(0, vector.Zip(meaning).Sum(pair => pair.First * pair.Second)));
    }

    private JsonObject Field(string field) => Definition!["fields"]!.AsArray().Select(each => each!.AsObject()).FirstOrDefault(each => each["name"]!.GetValue<string>() == field)
        ?? throw new FormatException($"There is no field {field}.");

    private static string[] Names(JsonObject body, string part) => body[part]?.GetValue<string>().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static HttpResponseMessage Ok(JsonNode body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body.DeepClone()) };

    private static HttpResponseMessage Refused(string why) => new(HttpStatusCode.BadRequest) { Content = JsonContent.Create(new JsonObject { ["error"] = new JsonObject { ["message"] = why } }) };

    [GeneratedRegex("^[A-Za-z0-9_=-]{1,1024}$")]
    private static partial Regex Key();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,127}$")]
    private static partial Regex FieldName();
}
