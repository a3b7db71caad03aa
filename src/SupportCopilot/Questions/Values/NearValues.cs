namespace SupportCopilot.Questions.Values;

/// <summary>What a misspelt word may have been meant as. Such words are offered, never taken.</summary>
internal static class NearValues
{
    /// <summary>A word with more slips of the keys is another word.</summary>
    public const int MostSlips = 2;

    private const int ShortestWord = 4;   // of shorter words half would have to be right
    private const int MostOnStack = 384;   // numbers

    // Right as they stand, and near a word of the lexicon that says something else.
    private static readonly HashSet<string> WellSpelt =
    [
        "those", "rate", "rates", "cost", "costs", "progress", "working", "ending", "awaiting", "worth", "loss", "lose", "point", "points", "place", "test", "tests", "post", "posts", "page", "pages", "line", "lines", "code", "codes",
        "public", "private", "internal", "external", "money", "price", "prices", "stale", "steal", "staff", "stage", "stages", "story", "board", "course", "event", "events", "train", "trains", "word", "world", "works", "wrong", "right",
    ];

    /// <summary>The nearest of some words, nearest first; none that is further than a slip or two of the keys.</summary>
    /// <param name="word">A folded word or some joined by spaces.</param>
    /// <param name="known">What it is held against, folded.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<string> Of(string word, IEnumerable<string> known, int most)
    {
        var allowed = SlipsIn(word);
        if (allowed == 0) return [];
        return [.. known
            .Where(other => Math.Abs(other.Length - word.Length) <= allowed && other != word)
            .Select(other => (other, Distance: Distance(word, other, allowed)))
            .Where(near => near.Distance <= allowed && !IsOpposite(word, near.other))
            .OrderBy(near => near.Distance).ThenBy(near => near.other[0] == word[0] ? 0 : 1).ThenBy(near => near.other, StringComparer.Ordinal)
            .Select(near => near.other).Distinct().Take(most)];
    }

    /// <summary>How many slips a word may have; 0 for one that is too short to be taken for a misspelt one.</summary>
    public static int SlipsIn(string word) => word.Length < ShortestWord || WellSpelt.Contains(word) ? 0 : word.Length < 7 ? 1 : MostSlips;

    // «unhappy» is no misspelt «happy»
    private static bool IsOpposite(string word, string other) => new[] { "un", "in", "re", "non", "dis" }.Any(prefix => word == prefix + other || other == prefix + word);

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment: F. Damerau,
    /// «A technique for computer detection and correction of spelling errors», 1964). Cost: the product of the lengths.
    /// </summary>
    /// <returns>The distance; more than <paramref name="limit"/> where it is beyond it.</returns>
    public static int Distance(string a, string b, int limit)
    {
        var length = b.Length + 1;
        Span<int> rows = 3 * length <= MostOnStack ? stackalloc int[3 * length] : new int[3 * length];
        var before = rows[..length];
        var last = rows.Slice(length, length);
        var now = rows[(2 * length)..];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }

            if (least > limit) return limit + 1;
            var oldest = before;
            before = last;
            last = now;
            now = oldest;
        }

        return last[b.Length];
    }
}
