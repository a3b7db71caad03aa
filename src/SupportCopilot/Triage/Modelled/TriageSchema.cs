using System.Text.Json.Nodes;
using SupportCopilot.Models;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Modelled;

/// <summary>The shape of a model's answer: for each field one value of the tenant's list and a number. There is no place in it for words, so that none can come through.</summary>
internal static class TriageSchema
{
    // Servers take about a thousand values in one schema (OpenAI: 1,000, with short ones). A desk with longer lists has them judged by what its own labels taught.
    private const int MostValues = 250;

    /// <summary>The fields that are asked for.</summary>
    public static IReadOnlyList<TriageField> FieldsOf(Taxonomy taxonomy, string? givenCategory) =>
        [.. ModelledTriage.Asked.Where(field => Values(taxonomy, field, givenCategory).Count is > 0 and <= MostValues
            && (field is not TriageField.Subcategory || Values(taxonomy, TriageField.Category, givenCategory).Count <= MostValues))];

    /// <summary>The values that a field may have, where the desk has given the category or not.</summary>
    public static IReadOnlyList<string> Values(Taxonomy taxonomy, TriageField field, string? givenCategory) => field switch
    {
        TriageField.Category when givenCategory is not null => [givenCategory],
        TriageField.Subcategory => taxonomy.Values(field, givenCategory),
        _ => taxonomy.Values(field),
    };

    public static ModelSchema Of(Taxonomy taxonomy, string? givenCategory)
    {
        var properties = new JsonObject();
        foreach (var field in FieldsOf(taxonomy, givenCategory)) properties[field.Name()] = Field(field, Values(taxonomy, field, givenCategory));
        return ModelSchema.Strict("triage", properties);
    }

    private static JsonObject Field(TriageField field, IReadOnlyList<string> values)
    {
        var isOptional = field is TriageField.Subcategory;
        var choices = new JsonArray([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);
        if (isOptional) choices.Add(null);
        var properties = new JsonObject
        {
            ["value"] = new JsonObject { ["type"] = isOptional ? new JsonArray("string", "null") : "string", ["enum"] = choices },
            ["confidence"] = new JsonObject { ["type"] = "number" },
        };
        if (field is TriageField.Sentiment) properties["score"] = new JsonObject { ["type"] = "number" };
        return ModelSchema.StrictObject(properties);
    }
}
