using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Sent;

/// <summary>
/// How much of a proposed reply was kept: Levenshtein's distance (1966) over words, citations' numbers left out.
/// Cost: the product of both lengths, of which at most <see cref="MostWords"/> are read.
/// </summary>
internal static partial class WordEdits
{
    /// <summary>A longer reply is told by its beginning.</summary>
    public const int MostWords = 2_000;

    /// <returns>Words that were put in, taken out or replaced, and the share of the longer text that was not, 0–1.</returns>
    public static (int Changed, double Kept) Between(string proposed, string sent)
    {
        var (one, other) = (Words(proposed), Words(sent));
        var longest = Math.Max(one.Count, other.Count);
        if (longest == 0) return (0, 1);
        var changed = Distance(one, other);
        return (changed, 1 - (double)changed / longest);
    }

    private static int Distance(List<string> one, List<string> other)
    {
        var (before, row) = (new int[other.Count + 1], new int[other.Count + 1]);
        for (var j = 0; j <= other.Count; j++) before[j] = j;
        for (var i = 1; i <= one.Count; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Count; j++)
            {
                var replaced = before[j - 1] + (string.Equals(one[i - 1], other[j - 1], StringComparison.Ordinal) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(before[j], row[j - 1]) + 1);
            }
            (before, row) = (row, before);
        }
        return before[other.Count];
    }

    private static List<string> Words(string text) => [.. Word().Matches(Marks().Replace(text, "")).Take(MostWords).Select(word => word.Value)];

    [GeneratedRegex(@"[ \t]*\[\d{1,3}\]")]
    private static partial Regex Marks();

    // A script without spaces is compared letter by letter; punctuation belongs to nothing.
    [GeneratedRegex(@"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[\p{L}\p{M}\p{N}'’@./:-]*[\p{L}\p{M}\p{N}]")]
    private static partial Regex Word();
}
