namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>A language by two letters: from a code, a locale such as de-AT, or a name.</summary>
internal static class LanguageCell
{
    private static readonly Dictionary<string, string> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["englisch"] = "en",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["french"] = "fr",
        ["français"] = "fr",
        ["französisch"] = "fr",
        ["spanish"] = "es",
        ["español"] = "es",
        ["spanisch"] = "es",
        ["italian"] = "it",
        ["italiano"] = "it",
        ["portuguese"] = "pt",
        ["português"] = "pt",
        ["dutch"] = "nl",
        ["nederlands"] = "nl",
        ["polish"] = "pl",
        ["japanese"] = "ja",
        ["chinese"] = "zh",
        ["russian"] = "ru",
        ["turkish"] = "tr",
        ["swedish"] = "sv",
    };

    /// <returns>Two small letters; null when the cell names no language.</returns>
    public static string? Read(string? cell)
    {
        if (cell is null) return null;
        var word = cell.Trim();
        if (ByName.TryGetValue(word, out var code)) return code;
        var isCode = word.Length >= 2 && char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[1]) && (word.Length == 2 || word[2] is '-' or '_');
        return isCode ? word[..2].ToLowerInvariant() : null;
    }
}
