namespace SupportCopilot.Replies.Templates;

/// <summary>The product's own prepared answers, by category and language: builtin.txt, read once.</summary>
internal static class BuiltInTemplates
{
    /// <summary>The category of those that fit any ticket.</summary>
    public const string General = "general";

    private const string English = "en";
    private static readonly Dictionary<(string Category, string Language), string> Texts = Read();

    /// <summary>The categories that have one.</summary>
    public static IReadOnlyList<string> Categories { get; } = [.. Texts.Keys.Select(key => key.Category).Distinct()];

    /// <summary>All of them.</summary>
    public static IEnumerable<(string Category, string Language, string Text)> All => Texts.Select(one => (one.Key.Category, one.Key.Language, one.Value));

    /// <summary>The body of the answer for a category, the general one where it has none, in a language or else in English.</summary>
    public static (string Category, string Language, string Text) Of(string? category, string? language)
    {
        var known = category is not null && Texts.ContainsKey((category, English)) ? category : General;
        var spoken = language is not null && Texts.ContainsKey((known, language)) ? language : English;
        return (known, spoken, Texts[(known, spoken)]);
    }

    private static Dictionary<(string, string), string> Read()
    {
        using var stream = typeof(BuiltInTemplates).Assembly.GetManifestResourceStream("Replies.builtin") ?? throw new InvalidOperationException("builtin.txt is not embedded.");
        using var reader = new StreamReader(stream);
        var (texts, category) = (new Dictionary<(string, string), string>(), "");
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') category = line.Trim('[', ']');
            else texts.Add((category, line[..2]), line[3..].Trim());
        }
        return texts;
    }
}
