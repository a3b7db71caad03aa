using System.Globalization;

namespace SupportCopilot.DemoDesk.Reading;

/// <summary>Reads the problems of one file; those of a family share some layers of words, so that they overlap as on a real desk.</summary>
internal sealed class ProblemReader(MaterialFile file)
{
    private const int FewestSymptoms = 6;   // fewer wordings would make a problem known by its sentence
    private static readonly string[] Settings = ["about", "family", "group", "products", "weight", "season", "emerges", "priority", "mood", "tags"];

    private readonly Dictionary<string, List<(string Key, string Value)>> _families = [];

    public static IReadOnlyList<Problem> ReadAll() => [.. MaterialFile.In("Problems").SelectMany(name => new ProblemReader(MaterialFile.Open(name)).Read())];

    public IEnumerable<Problem> Read()
    {
        foreach (var section in file.Sections)
        {
            var lines = section.Lines.ConvertAll(line => Split(section.Name, line));
            if (section.Name.StartsWith("family ", StringComparison.Ordinal)) _families[section.Name[7..]] = lines;
            else yield return ReadOne(section.Name, lines);
        }
    }

    private Problem ReadOne(string key, List<(string Key, string Value)> lines)
    {
        string Setting(string name) => lines.Find(line => line.Key == name).Value ?? throw Wrong(key, $"says no {name}");
        var about = Setting("about").Split('/', StringSplitOptions.TrimEntries);
        if (about.Length != 3) throw Wrong(key, "needs about: category / subcategory / root cause");
        if (!_families.TryGetValue(Setting("family"), out var family)) throw Wrong(key, $"belongs to no family {Setting("family")}");

        var words = new Dictionary<string, Wording> { ["en"] = new() };
        foreach (var (layer, phrase) in lines.Concat(family).Where(line => !Settings.Contains(line.Key)))
        {
            var (language, name) = layer.Split('.') is [var code, var rest] ? (code, rest) : ("en", layer);
            if (!Wording.Layers.Contains(name)) throw Wrong(key, $"has an unknown layer {layer}");
            if (!words.TryGetValue(language, out var wording)) words[language] = wording = new();
            wording.Add(name, phrase);
        }

        if (words["en"]["symptom"].Count < FewestSymptoms) throw Wrong(key, $"has fewer than {FewestSymptoms} wordings of its symptom");
        if (words.Values.FirstOrDefault(w => w["subject"].Count * w["symptom"].Count * w["fix"].Count == 0) is not null) throw Wrong(key, "lacks a subject, symptom or fix in a language");
        return new Problem(key, about[0], about[1], about[2])
        {
            Group = Setting("group"),
            Products = List(Setting("products")),
            Weight = double.Parse(Setting("weight"), CultureInfo.InvariantCulture),
            EmergedDaysAgo = lines.Find(line => line.Key == "emerges").Value is { } days ? int.Parse(days, CultureInfo.InvariantCulture) : null,
            Months = MonthsOf(lines.Find(line => line.Key == "season").Value),
            Priority = Setting("priority"),
            Mood = Setting("mood"),
            Tags = List(Setting("tags")),
            Words = words,
        };
    }

    private (string Key, string Value) Split(string section, string line) => line.IndexOf(':') is > 0 and var colon
        ? (line[..colon], line[(colon + 1)..].Trim())
        : throw Wrong(section, $"has a line without a name: \"{line}\"");

    private static double[] MonthsOf(string? season)
    {
        var months = Enumerable.Repeat(1.0, 12).ToArray();
        foreach (var month in season is null ? [] : List(season))
        {
            var parts = month.Split('=');
            months[int.Parse(parts[0], CultureInfo.InvariantCulture) - 1] = double.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        return months;
    }

    private static string[] List(string text) => text.Split(',', StringSplitOptions.TrimEntries);

    private InvalidDataException Wrong(string key, string what) => new($"{file.Name}: [{key}] {what}.");
}
