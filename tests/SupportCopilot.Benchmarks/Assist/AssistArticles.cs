using System.Text;
using System.Text.Json;
using SupportCopilot.Knowledge.Articles;

namespace SupportCopilot.Benchmarks.Assist;

/// <summary>Articles from the public data.</summary>
internal static class AssistArticles
{
    /// <summary>The five manuals, their chunks joined.</summary>
    public static List<IncomingArticle> Manuals(string folder) =>
    [
        .. Rows(folder, "manual-chunks.json").GroupBy(chunk => chunk.GetProperty("ProductId").GetInt32()).Select(manual =>
        {
            var body = ArticleText.Read(string.Join("\n\n", manual.Select(chunk => chunk.GetProperty("Text").GetString())), ArticleFormat.Text).Body;
            var title = body[..body.IndexOf('\n')];
            return new IncomingArticle("file", $"manual-{manual.Key}", title, body[title.Length..].Trim());
        }),
    ];

    public static List<IncomingArticle> Products(string folder) =>
    [
        .. Rows(folder, "products.json").Select(product => new IncomingArticle(
            "file", $"product-{product.GetProperty("ProductId").GetInt32()}",
            $"{product.GetProperty("Brand").GetString()} {product.GetProperty("Model").GetString()}", product.GetProperty("Description").GetString()!)),
    ];

    /// <summary>One article for each subflow: what it is for, then its steps.</summary>
    public static List<IncomingArticle> Guidelines(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "guidelines.json")));
        return
        [
            .. json.RootElement.EnumerateObject().SelectMany(flow => flow.Value.GetProperty("subflows").EnumerateObject())
                .Select(subflow => new IncomingArticle("file", subflow.Name, subflow.Name, Steps(subflow.Value))),
        ];
    }

    private static string Steps(JsonElement subflow)
    {
        var text = new StringBuilder();
        foreach (var line in subflow.GetProperty("instructions").EnumerateArray()) text.AppendLine(line.GetString());
        text.AppendLine("# Steps");
        var number = 1;
        foreach (var action in subflow.GetProperty("actions").EnumerateArray())
        {
            text.AppendLine($"{number++}. {action.GetProperty("text").GetString()}");
            foreach (var line in action.GetProperty("subtext").EnumerateArray()) text.AppendLine($"  - {line.GetString()}");
        }
        return text.ToString();
    }

    private static List<JsonElement> Rows(string folder, string file) =>
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file))).RootElement.EnumerateArray()];
}
