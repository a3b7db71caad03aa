namespace SupportCopilot.Learning.Text;

/// <summary>
/// The features of a text as 64-bit hashes: words and word pairs, and character 3–5-grams inside
/// whitespace-separated words with a space at either end (scikit-learn calls these «char_wb»).
/// </summary>
/// <remarks>
/// Hashes rather than words are kept so that a model holds no text of any ticket. Among a few million
/// features a collision of 64 bits is rarer than one in a million. The lowest bit tells words (0) from characters (1).
/// Cost: linear in the text, about four features a character.
/// </remarks>
internal static class FeatureHashes
{
    private const int ShortestGram = 3;
    private const int LongestGram = 5;
    private const ulong Offset = 14695981039346656037; // FNV-1a, 64 bits
    private const ulong Prime = 1099511628211;

    public static bool IsOfCharacters(ulong feature) => (feature & 1) == 1;

    /// <summary>Adds the features of <paramref name="text"/>, one entry per occurrence, to <paramref name="into"/>.</summary>
    public static void Collect(string text, List<ulong> into)
    {
        var folded = TextFolding.Fold(text);
        CollectWords(folded, into);
        CollectGrams(folded, into);
    }

    private static void CollectWords(string folded, List<ulong> into)
    {
        ulong previous = 0;
        foreach (var range in Words.Ranges(folded))
        {
            var word = Extend(Offset, folded.AsSpan(range));
            into.Add(Finish(word) & ~1UL);
            if (previous != 0) into.Add(Finish(Extend(Add(previous, ' '), folded.AsSpan(range))) & ~1UL);
            previous = word;
        }
    }

    private static void CollectGrams(string folded, List<ulong> into)
    {
        for (var i = 0; i < folded.Length;)
        {
            if (folded[i] == ' ')
            {
                i++;
                continue;
            }
            var end = folded.IndexOf(' ', i);
            if (end < 0) end = folded.Length;
            CollectGramsOfWord(folded.AsSpan(i, end - i), into);
            i = end;
        }
    }

    private static void CollectGramsOfWord(ReadOnlySpan<char> word, List<ulong> into)
    {
        var length = word.Length + 2; // with the spaces around it
        for (var start = 0; start < length - ShortestGram + 1; start++)
        {
            var hash = Offset;
            var longest = Math.Min(LongestGram, length - start);
            for (var n = 1; n <= longest; n++)
            {
                var at = start + n - 2;
                hash = Add(hash, at < 0 || at >= word.Length ? ' ' : word[at]);
                if (n >= ShortestGram) into.Add(Finish(hash) | 1);
            }
        }
    }

    private static ulong Extend(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text) hash = Add(hash, c);
        return hash;
    }

    private static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;

    // FNV leaves short keys close together; this mixing (MurmurHash3's last step) spreads them over all bits.
    private static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
