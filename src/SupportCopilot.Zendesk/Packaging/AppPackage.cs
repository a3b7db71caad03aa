using System.Text.Json;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>An app's package as the rules look at it: its files, and the JSON in them. A file that is no JSON, or has a name twice, is reported by one rule and empty for the others.</summary>
internal sealed class AppPackage
{
    public const string ManifestFile = "manifest.json", RequirementsFile = "requirements.json", TranslationsFolder = "translations/";

    private readonly Dictionary<string, byte[]> _files;
    private readonly Dictionary<string, JsonElement> _json = [];
    private readonly List<string> _unreadable = [];

    public AppPackage(IEnumerable<(string Name, byte[] Content)> files)
    {
        _files = files.ToDictionary(file => file.Name, file => file.Content);
        foreach (var name in Names.Where(name => name.EndsWith(".json", StringComparison.Ordinal))) Read(name);
    }

    public IEnumerable<string> Names => _files.Keys;

    /// <summary>What cannot be read, in a sentence for each file.</summary>
    public IReadOnlyList<string> Unreadable => _unreadable;

    public JsonElement Manifest => _json.GetValueOrDefault(ManifestFile);

    public JsonElement Requirements => _json.GetValueOrDefault(RequirementsFile);

    /// <summary>The translations, by locale.</summary>
    public IEnumerable<(string Locale, JsonElement Text)> Translations =>
        _json.Where(file => file.Key.StartsWith(TranslationsFolder, StringComparison.Ordinal)).Select(file => (file.Key[TranslationsFolder.Length..^".json".Length], file.Value));

    /// <summary>The settings that an admin is asked for when installing.</summary>
    public IEnumerable<JsonElement> Parameters => Manifest.Items("parameters");

    public bool Has(string name) => _files.ContainsKey(name);

    public byte[] Content(string name) => _files[name];

    private void Read(string name)
    {
        try
        {
            // Zendesk keeps the last of two values of one name, whatever was meant by the first.
            using var document = JsonDocument.Parse(_files[name], new JsonDocumentOptions { AllowDuplicateProperties = false });
            _json[name] = document.RootElement.Clone();
        }
        catch (JsonException thrown)
        {
            _unreadable.Add($"{name} is no JSON, or has a name twice, in line {(thrown.LineNumber ?? 0) + 1}: put it right there.");
        }
    }
}
