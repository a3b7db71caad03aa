namespace SupportCopilot.DemoDesk.Reading;

/// <summary>What customers and agents say around the matter itself, in one language.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<string, Template[]> _sections;

    private Phrases(Dictionary<string, Template[]> sections) => _sections = sections;

    /// <summary>The phrases of a kind; none where this language has none.</summary>
    public IReadOnlyList<Template> this[string section] => _sections.GetValueOrDefault(section) ?? [];

    public static Dictionary<string, Phrases> ReadAll() => MaterialFile.In("Phrases").ToDictionary(
        name => Path.GetFileNameWithoutExtension(name),
        name => new Phrases(MaterialFile.Open(name).Sections.ToDictionary(s => s.Name, s => s.Lines.Select(Template.Read).ToArray())));
}
