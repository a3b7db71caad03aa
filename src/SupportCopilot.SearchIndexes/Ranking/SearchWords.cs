using System.Text;
using SupportCopilot.Learning.Text;

namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>
/// Cuts texts into the words that are searched for: folded, numbers whole. Documents and queries pass through here
/// alike, so a word is found by any spelling that folds to it, and nothing of a query's punctuation reaches FTS5.
/// </summary>
internal static class SearchWords
{
    private const int LongestWord = 64; // what is longer is encoded data, not a word

    /// <summary>The words in order, separated by single spaces. Chinese and Japanese, written without spaces, become overlapping pairs of signs.</summary>
    /// <remarks>Cost: linear in the text, of which the first <see cref="TextFolding.MaxCharacters"/> are read.</remarks>
    public static string Of(string text)
    {
        var folded = TextFolding.Fold(text, keepNumbers: true);
        var words = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length;)
        {
            var end = i;
            if (IsIdeograph(folded[i]))
            {
                while (end < folded.Length && IsIdeograph(folded[end])) end++;
                AppendPairs(words, folded.AsSpan(i, end - i));
            }
            else
            {
                while (end < folded.Length && char.IsLetterOrDigit(folded[end]) && !IsIdeograph(folded[end])) end++;
                if (end > i && end - i <= LongestWord) Append(words, folded.AsSpan(i, end - i));
            }
            i = Math.Max(end, i + 1);
        }
        return words.ToString();
    }

    /// <summary>The single words of <see cref="Of"/>'s outcome, each once.</summary>
    public static HashSet<string> Distinct(string words) => words.Length == 0 ? [] : [.. words.Split(' ')];

    private static void AppendPairs(StringBuilder words, ReadOnlySpan<char> signs)
    {
        if (signs.Length == 1) Append(words, signs);
        for (var i = 0; i + 1 < signs.Length; i++) Append(words, signs.Slice(i, 2));
    }

    private static void Append(StringBuilder words, ReadOnlySpan<char> word)
    {
        if (words.Length > 0) words.Append(' ');
        words.Append(word);
    }

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';
}
