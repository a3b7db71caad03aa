namespace SupportCopilot.Tickets.Speech;

/// <summary>
/// The words of a text that carry meaning, brought to a common stem so that «replaced» and «replacement» meet.
/// The stemmer is a light one in the spirit of Harman's S-stemmer (1991) with the commonest English endings; other
/// languages lose little by it, since both sides of a comparison pass through it. Cost: linear.
/// </summary>
internal static class Terms
{
    private const int ShortestStem = 3;

    /// <summary>The stems of the meaningful words, in order and with repetitions.</summary>
    public static IEnumerable<string> In(string text) => WordsIn(text).Select(word => word.Stem);

    /// <summary>The meaningful words as they stand there, each with its stem, in order and with repetitions.</summary>
    public static IEnumerable<(string Word, string Stem)> WordsIn(string text)
    {
        foreach (var written in Written(text))
        {
            var word = Lower(written);
            if (Tells(word)) yield return (written, Stem(word));
        }
    }

    /// <summary>Every word as it stands there, the small ones too.</summary>
    public static IEnumerable<string> Written(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInnerApostrophe(text, i))) i++;
            yield return text[start..i];
        }
    }

    /// <summary>Every word in lower case, the small ones too.</summary>
    public static IEnumerable<string> Spelled(string text) => Written(text).Select(Lower);

    /// <summary>Whether a lower-case word carries meaning.</summary>
    public static bool Tells(string word) => !StopWords.Contain(word) && !IsLongNumber(word);

    private static string Lower(string word) => word.ToLowerInvariant().Replace('’', '\'');

    /// <summary>The distinct stems.</summary>
    public static HashSet<string> Of(string text) => [.. In(text)];

    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal)) word = word[..^2];
        if (word.Length <= ShortestStem || char.IsAsciiDigit(word[0])) return word;
        word = Singular(word);
        foreach (var ending in (string[])["ations", "ation", "ements", "ement", "ment", "ings", "ing", "ied", "ed"])
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || !HasVowel(word.AsSpan(0, word.Length - ending.Length))) continue;
            if (word.Length - ending.Length < ShortestStem) continue;
            word = ending == "ied" ? word[..^3] + "y" : word[..^ending.Length];
            break;
        }
        if (word.Length > ShortestStem && word[^1] == 'e') word = word[..^1];
        if (word.Length > ShortestStem && word[^1] == word[^2] && !HasVowel(word.AsSpan(word.Length - 1))) word = word[..^1];
        return word.Length > ShortestStem && word[^1] == 'y' ? word[..^1] + "i" : word;
    }

    private static string Singular(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        if (word[^1] != 's' || word[^2] is 's' or 'u' or 'i') return word;
        var isSibilant = word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal);
        return isSibilant ? word[..^2] : word[..^1];
    }

    /// <summary>«3000» names a product; the number of an order or a card only tells tickets apart.</summary>
    private static bool IsLongNumber(string word) => word.Length > 4 && word.Count(char.IsAsciiDigit) > word.Length / 2;

    private static bool HasVowel(ReadOnlySpan<char> part) => part.IndexOfAny("aeiouyäöüéèàóíáú") >= 0;

    private static bool IsInnerApostrophe(string text, int i) =>
        text[i] is '\'' or '’' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
}
