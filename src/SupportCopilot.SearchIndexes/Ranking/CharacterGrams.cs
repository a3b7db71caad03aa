namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>
/// Triples of characters inside words, with a space at either end ("card" gives " ca", "car", "ard", "rd "), as numbers
/// below <see cref="Count"/>: spellings, inflections and parts of compounds that words as a whole do not share.
/// </summary>
internal static class CharacterGrams
{
    /// <summary>Numbers a triple can have; two triples rarely share one, as a language uses some ten thousand.</summary>
    public const int Count = 1 << 16;

    /// <summary>Says each triple of the words to <paramref name="take"/>, in order and as often as it stands there. Cost: linear.</summary>
    /// <typeparam name="T">What collects them.</typeparam>
    public static void Each<T>(ReadOnlySpan<char> words, ref T take) where T : struct, ITakeGrams, allows ref struct
    {
        // Words are separated by single spaces, so the triples with a space in their middle are the only ones to leave out.
        char first = ' ', second = ' ';
        for (var i = 0; i <= words.Length; i++)
        {
            var third = i < words.Length ? words[i] : ' ';
            if (second != ' ') take.Take(Number(first, second, third));
            (first, second) = (second, third);
        }
    }

    // Multiplicative hashing (Knuth): the upper bits of the product are the well-mixed ones.
    private static int Number(char first, char second, char third) =>
        (int)(((((((uint)first * 131) + second) * 131) + third) * 2654435761u) >> 16);
}

/// <summary>Collects the numbers of <see cref="CharacterGrams"/>.</summary>
internal interface ITakeGrams
{
    void Take(int gram);
}
