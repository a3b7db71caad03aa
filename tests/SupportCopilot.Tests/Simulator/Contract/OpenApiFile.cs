using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace SupportCopilot.Tests.Simulator.Contract;

/// <summary>Zendesk's own description of its Support API.</summary>
internal sealed class OpenApiFile
{
    private readonly JsonObject _root;
    private readonly List<(string Path, string[] Parts, JsonObject Item)> _paths;

    private OpenApiFile(JsonObject root)
    {
        _root = root;
        _paths = root["paths"]!.AsObject().Select(p => (p.Key, p.Key.Split('/'), p.Value!.AsObject())).ToList();
    }

    public static OpenApiFile Load(string path)
    {
        using var text = File.OpenText(path);
        var yaml = new YamlStream();
        yaml.Load(text);
        return new OpenApiFile(Tree(yaml.Documents[0].RootNode)!.AsObject());
    }

    /// <summary>What the file says of a path: the one with the most fixed words where several fit; null where none does.</summary>
    public PathFound? Find(string path)
    {
        var parts = path.Split('/');
        return _paths.Where(p => Fits(p.Parts, parts)).OrderByDescending(p => p.Parts.Count(part => !part.StartsWith('{')))
            .Select(p => new PathFound(p.Path, p.Item, p.Parts.Zip(parts).Where(z => z.First.StartsWith('{')).ToDictionary(z => z.First[1..^1], z => z.Second)))
            .FirstOrDefault();
    }

    /// <summary>Follows references; the name is that of the last schema on the way.</summary>
    public (JsonObject Node, string? Name) Resolve(JsonNode node)
    {
        string? name = null;
        var found = node.AsObject();
        while (found["$ref"] is { } reference)
        {
            var parts = reference.GetValue<string>().Split('/');
            name = parts[^1];
            JsonNode at = _root;
            foreach (var part in parts.Skip(1)) at = at[part] ?? throw new InvalidOperationException($"The file has no {reference}.");
            found = at.AsObject();
        }
        return (found, name);
    }

    public JsonObject Schema(string name) => _root["components"]!["schemas"]![name]!.AsObject();

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(z => z.First == z.Second || z.First.StartsWith('{') && z.Second.Length > 0);

    // Every scalar stays a text: the file's own words are compared, never computed with.
    private static JsonNode? Tree(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Tree(c.Value)))),
        YamlSequenceNode list => new JsonArray(list.Select(Tree).ToArray()),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value ?? ""),
        _ => null,
    };
}

/// <summary>A path of the file that fits a request.</summary>
/// <param name="Template">As it stands in the file.</param>
/// <param name="Item">What stands under it.</param>
/// <param name="Values">The values of its variable parts.</param>
internal sealed record PathFound(string Template, JsonObject Item, IReadOnlyDictionary<string, string> Values);
