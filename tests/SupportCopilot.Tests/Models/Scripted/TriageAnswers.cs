using System.Text.Json.Nodes;

namespace SupportCopilot.Tests.Models.Scripted;

/// <summary>What a model may say of a ticket.</summary>
public static class TriageAnswers
{
    /// <summary>An answer that is right in form: an urgent outage, unless the desk gave another category.</summary>
    public static string Good(ScriptedCall call, string priority = "urgent")
    {
        var properties = call.Schema.GetProperty("properties");
        var categories = properties.GetProperty("category").GetProperty("properties").GetProperty("value").GetProperty("enum");
        var category = categories.EnumerateArray().Select(c => c.GetString()!).FirstOrDefault(c => c == "technical") ?? categories[0].GetString()!;
        return Of(category, category == "technical" ? "outage" : null, priority);
    }

    public static string Of(string category = "technical", string? subcategory = "outage", string priority = "urgent", double confidence = 0.91, double score = -0.8) => new JsonObject
    {
        ["category"] = Field(category, confidence),
        ["subcategory"] = Field(subcategory, confidence),
        ["rootCause"] = Field("bug", confidence),
        ["priority"] = Field(priority, confidence),
        ["urgency"] = Field("urgent", confidence),
        ["sentiment"] = new JsonObject { ["value"] = "negative", ["confidence"] = confidence, ["score"] = score },
        ["emotion"] = Field("angry", confidence),
    }.ToJsonString();

    private static JsonObject Field(string? value, double confidence) => new() { ["value"] = value, ["confidence"] = confidence };
}
