namespace SupportCopilot.DemoDesk.Reading;

/// <summary>One embedded file of material: sections in brackets, each with lines; # begins a comment.</summary>
internal sealed class MaterialFile
{
    private readonly List<MaterialSection> _sections = [];

    private MaterialFile(string name) => Name = name;

    public string Name { get; }

    public IReadOnlyList<MaterialSection> Sections => _sections;

    /// <summary>The lines of the section of this name.</summary>
    public IReadOnlyList<string> this[string section] =>
        _sections.Find(s => s.Name == section)?.Lines ?? throw new InvalidDataException($"{Name} has no section [{section}].");

    public static MaterialFile Open(string name) => Parse(name, Text(name));

    /// <summary>The names of the embedded files in a folder, in order.</summary>
    public static IEnumerable<string> In(string folder) =>
        typeof(MaterialFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static string Text(string name)
    {
        using var stream = typeof(MaterialFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no material {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    public static MaterialFile Parse(string name, string text)
    {
        var file = new MaterialFile(name);
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (IsHeading(line)) file._sections.Add(new(line[1..^1], []));
            else if (file._sections.Count == 0) throw new InvalidDataException($"{name}: \"{line}\" stands before any [section].");
            else file._sections[^1].Lines.Add(line);
        }

        return file;
    }

    // "[image: x.png]" and "[a|b] c" are phrases; a heading is one plain name.
    private static bool IsHeading(string line) => line[0] == '[' && line[^1] == ']' && !line.AsSpan().ContainsAny(":|{");
}

/// <summary>A section: its name and its lines.</summary>
internal sealed record MaterialSection(string Name, List<string> Lines);
