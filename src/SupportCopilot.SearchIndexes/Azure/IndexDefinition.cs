using System.Text.Json.Nodes;

namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>The index as the service is told to make it: one for all tenants, each document marked with its own.</summary>
internal static class IndexDefinition
{
    public const string SemanticConfiguration = "titles-and-words";
    private const string VectorProfile = "meanings";
    private const string VectorAlgorithm = "graph";

    /// <param name="name">The index's name.</param>
    /// <param name="dimensions">The length of the vectors; null where there are none.</param>
    public static JsonObject Of(string name, int? dimensions)
    {
        var fields = new JsonArray(
            Field("key", "Edm.String", ("key", true), ("filterable", true), ("sortable", true), ("searchable", false)),
            Field("tenant", "Edm.Int32", ("filterable", true)),
            Field("kind", "Edm.String", ("filterable", true), ("searchable", false)),
            Field("id", "Edm.Int64", ("filterable", true)),
            Field("title", "Edm.String", ("searchable", true)),
            Field("words", "Edm.String", ("searchable", true)),
            Field("done", "Edm.Boolean", ("filterable", true)),
            Field("group", "Edm.Int64", ("filterable", true)),
            Field("organization", "Edm.Int64", ("filterable", true)),
            Field("brand", "Edm.String", ("filterable", true), ("searchable", false)),
            Field("segment", "Edm.String", ("filterable", true), ("searchable", false)),
            Field("language", "Edm.String", ("filterable", true), ("searchable", false)),
            Field("generation", "Edm.Int64", ("filterable", true)));
        var index = new JsonObject
        {
            ["name"] = name,
            ["fields"] = fields,
            ["similarity"] = new JsonObject { ["@odata.type"] = "#Microsoft.Azure.Search.BM25Similarity" },
            ["semantic"] = new JsonObject
            {
                ["configurations"] = new JsonArray(new JsonObject
                {
                    ["name"] = SemanticConfiguration,
                    ["prioritizedFields"] = new JsonObject
                    {
                        ["titleField"] = new JsonObject { ["fieldName"] = "title" },
                        ["prioritizedContentFields"] = new JsonArray(new JsonObject { ["fieldName"] = "words" }),
                    },
                }),
            },
        };
        if (dimensions is not { } length) return index;

        var vector = Field("meaning", "Collection(Edm.Single)", ("searchable", true));
        vector["dimensions"] = length;
        vector["vectorSearchProfile"] = VectorProfile;
        fields.Add(vector);
        index["vectorSearch"] = new JsonObject
        {
            ["algorithms"] = new JsonArray(new JsonObject { ["name"] = VectorAlgorithm, ["kind"] = "hnsw", ["hnswParameters"] = new JsonObject { ["metric"] = "cosine" } }),
            ["profiles"] = new JsonArray(new JsonObject { ["name"] = VectorProfile, ["algorithm"] = VectorAlgorithm }),
        };
        return index;
    }

    private static JsonObject Field(string name, string type, params ReadOnlySpan<(string Name, bool Value)> marks)
    {
        var field = new JsonObject { ["name"] = name, ["type"] = type, ["retrievable"] = true };
        foreach (var (mark, value) in marks) field[mark] = value;
        return field;
    }
}
