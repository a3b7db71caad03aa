using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>
/// The package that brings the sidebar into Zendesk, with the webhook and the triggers that tell of tickets. Its templates
/// stand in the folder <c>zendesk-app</c> and are part of the program; the settings fill them in. Its page is this server's,
/// so that no script is in the package, and a new version of the sidebar needs no new package.
/// </summary>
public static class ZendeskPackage
{
    private const string Folder = "zendesk-app/";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is missing for a package.</summary>
    /// <param name="publicUrl">Where the product is reached from outside (<c>SupportCopilot:PublicUrl</c>).</param>
    /// <param name="version">The package's version: three numbers.</param>
    /// <returns>One sentence for each; none when the package can be made.</returns>
    public static IEnumerable<string> MissingFor(string? publicUrl, string version)
    {
        if (!(Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback && address.Query.Length == 0))
            yield return "SupportCopilot:PublicUrl is not set, or no https address that Zendesk could reach from outside.";
        if (version.Split('.') is not { Length: 3 } parts || !parts.All(part => uint.TryParse(part, out _))) yield return $"\"{version}\" is no version: write three numbers, such as 1.0.0.";
    }

    /// <summary>The files of a package, by their names in it.</summary>
    /// <param name="publicUrl">Where the product is reached from outside.</param>
    /// <param name="tenantKey">Whose desk it is for: its webhooks arrive under this key.</param>
    /// <param name="name">What the app is called in Zendesk.</param>
    /// <param name="version">The package's version.</param>
    /// <param name="ct">Cancels the reading.</param>
    public static async Task<IReadOnlyList<(string Name, byte[] Content)>> FilesAsync(Uri publicUrl, string tenantKey, string name, string version, CancellationToken ct)
    {
        var root = publicUrl.AbsoluteUri.TrimEnd('/');
        var files = new List<(string, byte[])>();
        foreach (var file in Templates())
        {
            var template = await ReadAsync(file, ct);
            files.Add((file, file switch
            {
                AppPackage.ManifestFile => Changed(template, manifest =>
                {
                    (manifest["name"], manifest["version"]) = (name, version);
                    manifest["location"]!["support"]!["ticket_sidebar"]!["url"] = $"{root}/sidebar";
                }),
                AppPackage.RequirementsFile => Changed(template, requirements => requirements["webhooks"]!["copilot_tickets"]!["endpoint"] = $"{root}/api/zendesk/webhooks/{tenantKey}"),
                _ when file.StartsWith(AppPackage.TranslationsFolder, StringComparison.Ordinal) => Translation(template, name),
                _ => template,
            }));
        }

        return files;
    }

    /// <summary>What Zendesk would not take of a package, each in a sentence that says what to do; none where it would take it.</summary>
    public static IReadOnlyList<string> BreachesIn(IReadOnlyList<(string Name, byte[] Content)> files) => PackageRules.BreachesIn(files);

    /// <summary>The sidebar's own words stay with the sidebar: Zendesk reads what the app is called.</summary>
    private static byte[] Translation(byte[] template, string name)
    {
        var app = JsonNode.Parse(template)!["app"]!.DeepClone();
        app["name"] = name;
        return Bytes(new JsonObject { ["app"] = app });
    }

    private static byte[] Changed(byte[] template, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(template)!;
        change(node);
        return Bytes(node);
    }

    private static byte[] Bytes(JsonNode node) => System.Text.Encoding.UTF8.GetBytes(node.ToJsonString(Readable));

    private static IEnumerable<string> Templates() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal);

    private static async Task<byte[]> ReadAsync(string file, CancellationToken ct)
    {
        await using var part = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + file) ?? throw new InvalidOperationException($"The program was built without {Folder}{file}.");
        var content = new byte[part.Length];
        await part.ReadExactlyAsync(content, ct);
        return content;
    }
}
