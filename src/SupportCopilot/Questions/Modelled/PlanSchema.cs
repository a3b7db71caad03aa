using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Models;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Modelled;

/// <summary>The shape of a model's plan: names of the catalogue, values that were retrieved, numbers of words. Words of its own have one place, the period, which our grammar of dates must read.</summary>
internal static class PlanSchema
{
    /// <summary>The parts that a word can stand for.</summary>
    public static readonly string[] Parts = ["measures", "groupBy", "grain", "filters", "period", "compare", "rank"];

    /// <summary>The clocks that a model may name.</summary>
    public static readonly string[] Clocks = ["created", "solved", "updated", "open", "written"];

    /// <summary>The comparisons that a model may name.</summary>
    public static readonly string[] Comparisons = ["previousPeriod", "previousYear"];

    /// <summary>The dimensions that figures can be split by.</summary>
    public static IEnumerable<string> Splits => Catalog.Dimensions.Where(dimension => dimension.CanGroup).Select(dimension => dimension.Name);

    public static ModelSchema Of(IReadOnlyList<KnownValue> values)
    {
        var fields = values.Select(value => value.Dimension).Distinct().ToList();
        var filter = Closed(new JsonObject
        {
            ["field"] = Enum(fields.Count > 0 ? fields : ["none"]),
            ["op"] = Enum(["is", "isNot"]),
            ["values"] = List(Enum(values.Count > 0 ? [.. values.Select(value => value.Value).Distinct()] : ["none"])),
        });
        var measure = Closed(new JsonObject { ["name"] = Enum([.. Catalog.Measures.Select(known => known.Name)]), ["clock"] = Enum(Clocks) });
        var word = Closed(new JsonObject { ["word"] = new JsonObject { ["type"] = "integer" }, ["part"] = Enum(Parts), ["at"] = new JsonObject { ["type"] = "integer" } });
        var plan = Closed(new JsonObject
        {
            ["answerable"] = new JsonObject { ["type"] = "boolean" },
            ["measures"] = List(measure),
            ["groupBy"] = List(Enum([.. Splits])),
            ["grain"] = Enum(Catalog.Grains, orNull: true),
            ["filters"] = List(filter),
            ["period"] = new JsonObject { ["type"] = new JsonArray("string", "null") },
            ["compare"] = Enum(Comparisons, orNull: true),
            ["rank"] = Enum(["most", "least"], orNull: true),
            ["words"] = List(word),
        });
        using var schema = JsonDocument.Parse(plan.ToJsonString());
        return new ModelSchema("plan", schema.RootElement.Clone());
    }

    private static JsonObject Enum(IReadOnlyList<string> values, bool orNull = false)
    {
        var choices = new JsonArray([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);
        if (orNull) choices.Add(null);
        return new JsonObject { ["type"] = orNull ? new JsonArray("string", "null") : "string", ["enum"] = choices };
    }

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Closed(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. properties.Select(property => (JsonNode?)JsonValue.Create(property.Key))]),
        ["properties"] = properties,
    };
}
