namespace SupportCopilot.Learning.Text;

/// <summary>Cuts folded text into words.</summary>
public static class Words
{
    /// <summary>The words of a text, folded, in order; an apostrophe inside a word stays ("haven't"), an ideograph is a word of its own.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var folded = TextFolding.Fold(text);
        var words = new List<string>();
        foreach (var range in Ranges(folded)) words.Add(folded[range]);
        return words;
    }

    /// <summary>Where the words of an already folded text stand. Cost: linear in its length.</summary>
    internal static IEnumerable<Range> Ranges(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            if (!IsLetter(folded[i]))
            {
                i++;
                continue;
            }
            var start = i++;
            if (!IsIdeograph(folded[start]))
                while (i < folded.Length && Continues(folded, i)) i++;
            yield return start..i;
        }
    }

    private static bool Continues(string text, int i) =>
        (IsLetter(text[i]) && !IsIdeograph(text[i]))
        || (text[i] == '\'' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && !IsIdeograph(text[i + 1]));

    // A surrogate is half of a letter or an emoji beyond the basic plane: both carry meaning, so both belong to words.
    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c);

    // Chinese and Japanese are written without spaces: single signs, with their pairs as bigrams, stand in for words.
    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';
}
