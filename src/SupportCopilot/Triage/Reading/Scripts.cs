namespace SupportCopilot.Triage.Reading;

/// <summary>The language of a text that is not written in Latin letters, by its script and its peculiar letters.</summary>
internal static class Scripts
{
    // A foreign name in a Latin text is no language; below half, the Latin words tell.
    private const double LeastShare = 0.5;

    /// <summary>The languages told by script.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "el", "fa", "he", "hi", "ja", "ko", "ru", "th", "uk", "zh"];

    /// <summary>The language and the share of its letters; null for a text in Latin letters or without any.</summary>
    public static (string Language, double Share)? LanguageOf(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u036F')) return null;

        var counts = new Dictionary<string, int>();
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (ScriptOf(c) is { } script) counts[script] = counts.GetValueOrDefault(script) + 1;
        }

        if (counts.Count == 0) return null;

        // Japanese mixes its own letters with Chinese ones.
        if (counts.ContainsKey("ja") && counts.Remove("zh", out var han)) counts["ja"] += han;
        var (language, count) = counts.MaxBy(pair => pair.Value);
        var share = (double)count / letters;
        if (share < LeastShare) return null;
        return (Peculiar(language, text), share);
    }

    private static string? ScriptOf(char c) => c switch
    {
        >= '\u0370' and <= '\u03FF' => "el",
        >= '\u0400' and <= '\u04FF' => "ru",
        >= '\u0590' and <= '\u05FF' => "he",
        >= '\u0600' and <= '\u06FF' => "ar",
        >= '\u0900' and <= '\u097F' => "hi",
        >= '\u0E00' and <= '\u0E7F' => "th",
        >= '\u3040' and <= '\u30FF' => "ja",
        >= '\u4E00' and <= '\u9FFF' => "zh",
        >= '\uAC00' and <= '\uD7AF' => "ko",
        _ => null,
    };

    // Ukrainian and Persian have letters that Russian and Arabic lack.
    private static string Peculiar(string language, string text) => language switch
    {
        "ru" when text.AsSpan().ContainsAny("іїєґІЇЄҐ") => "uk",
        "ar" when text.AsSpan().ContainsAny("پچژگ") => "fa",
        _ => language,
    };
}
