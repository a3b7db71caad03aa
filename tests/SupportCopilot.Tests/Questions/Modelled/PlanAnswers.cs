using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Questions.Modelled;

/// <summary>What a scripted model answers when it is asked for a plan.</summary>
internal sealed class PlanAnswers
{
    public JsonArray Measures { get; init; } = [Measure("tickets", "created")];

    public JsonArray GroupBy { get; init; } = [];

    public JsonArray Filters { get; init; } = [];

    public string? Period { get; init; } = "last month";

    public string? Grain { get; init; }

    /// <summary>What each word stands for, as <c>filters:0</c>; words that are left out stand for nothing.</summary>
    public Dictionary<string, string> Words { get; init; } = [];

    public static JsonObject Measure(string name, string clock) => new() { ["name"] = name, ["clock"] = clock };

    public static JsonObject Filter(string field, params string[] values) => new() { ["field"] = field, ["op"] = "is", ["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    public ScriptedAnswer To(ScriptedCall call)
    {
        var places = call.Data.GetProperty("words").EnumerateArray()
            .Where(word => Words.ContainsKey(word.GetProperty("word").GetString()!))
            .Select(word => Place(word.GetProperty("number").GetInt32(), Words[word.GetProperty("word").GetString()!]));
        return ScriptedAnswer.Of(new JsonObject
        {
            ["answerable"] = true,
            ["measures"] = Measures.DeepClone(),
            ["groupBy"] = GroupBy.DeepClone(),
            ["grain"] = Grain,
            ["filters"] = Filters.DeepClone(),
            ["period"] = Period,
            ["compare"] = null,
            ["rank"] = null,
            ["words"] = new JsonArray([.. places]),
        }.ToJsonString());
    }

    private static JsonNode Place(int word, string place) => JsonSerializer.SerializeToNode(new { word, part = place.Split(':')[0], at = int.Parse(place.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture) })!;
}
