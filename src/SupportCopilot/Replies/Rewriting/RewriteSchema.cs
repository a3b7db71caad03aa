using System.Text.Json.Nodes;
using SupportCopilot.Models;

namespace SupportCopilot.Replies.Rewriting;

/// <summary>The shape of a rewritten reply: paragraphs, each with the numbers of its sources, of which there are no others than before.</summary>
internal static class RewriteSchema
{
    public static ModelSchema Of(Draft draft)
    {
        var part = ModelSchema.StrictObject(new()
        {
            ["text"] = new JsonObject { ["type"] = "string" },
            ["cites"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray([.. draft.Citations.Select(citation => (JsonNode)citation.Number)]) },
            },
        });
        return ModelSchema.Strict("rewrite", new() { ["parts"] = new JsonObject { ["type"] = "array", ["items"] = part } });
    }
}
