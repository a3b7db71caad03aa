namespace SupportCopilot.Tickets.Text;

/// <summary>
/// Splits text into sentences by punctuation, line breaks and list marks. Full stops inside numbers, addresses and after
/// common abbreviations end nothing. Linear in the text's length.
/// </summary>
public static class Sentences
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "inc", "ltd", "co", "corp", "vs", "etc", "e.g", "i.e", "eg", "ie", "approx", "dept", "ref", "ca",
        "bzw", "z.b", "usw", "evtl", "inkl", "ggf", "tel", "str", "art", "fig", "vol", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences in order, trimmed, none empty.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!EndsAt(text, start, i)) continue;
            Add(sentences, text, start, i + 1);
            start = i + 1;
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    private static bool EndsAt(string text, int start, int at)
    {
        var c = text[at];
        if (c is '\n' or '。' or '！' or '？') return true;
        if (c is not ('.' or '!' or '?' or '…')) return false;
        var next = at + 1 < text.Length ? text[at + 1] : '\n';
        if (!char.IsWhiteSpace(next)) return false;
        return c is not '.' || !IsAbbreviation(text.AsSpan(start, at - start));
    }

    // «2.» at the head of a list and «J.» in a name end no sentence either.
    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '\n', '(') + 1)..];
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]) && word[0] is not 'I') || (word.Length == before.TrimStart().Length && word.Length < 3 && int.TryParse(word, out _));
    }

    private static void Add(List<string> sentences, string text, int start, int end)
    {
        var sentence = text.AsSpan(start, end - start).Trim().TrimStart("•*–-").TrimStart();
        if (sentence.IndexOfAnyExceptInRange('\0', '/') >= 0) sentences.Add(sentence.ToString());
    }
}
