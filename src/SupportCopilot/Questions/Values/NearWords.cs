using System.Collections.Frozen;
using System.Numerics;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Values;

/// <summary>
/// The words of values by their length, each with the set of its letters: a misspelt word is held letter by letter only
/// against words of about its own length and letters, for a slip adds one letter to the set at most and takes one away.
/// A nanosecond or two for each word of a desk, so that its million customers cost some milliseconds.
/// </summary>
internal sealed class NearWords(IEnumerable<KnownValue> values)
{
    private readonly FrozenDictionary<int, (string[] Words, ulong[] Letters)> _byLength = values.SelectMany(WordsOf).Distinct().GroupBy(word => word.Length)
        .ToFrozenDictionary(same => same.Key, same => same.ToArray() is var words ? (words, Array.ConvertAll(words, LettersOf)) : default);

    /// <summary>The nearest words, nearest first.</summary>
    /// <param name="word">A folded word.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="newest">Values that came since.</param>
    public IReadOnlyList<string> Of(string word, int most, IEnumerable<KnownValue> newest)
    {
        var slips = NearValues.SlipsIn(word);
        return slips == 0 ? [] : NearValues.Of(word, [.. Alike(word, slips), .. newest.SelectMany(WordsOf)], most);
    }

    private List<string> Alike(string word, int slips)
    {
        var (letters, alike) = (LettersOf(word), new List<string>());
        for (var length = word.Length - slips; length <= word.Length + slips; length++)
        {
            if (!_byLength.TryGetValue(length, out var same)) continue;
            for (var i = 0; i < same.Letters.Length; i++)
                if (BitOperations.PopCount(same.Letters[i] ^ letters) <= 2 * slips) alike.Add(same.Words[i]);
        }

        return alike;
    }

    /// <summary>A bit for each letter and digit that is in a word; letters beyond a–z share the rest.</summary>
    private static ulong LettersOf(string word)
    {
        var letters = 0UL;
        foreach (var letter in word)
            letters |= 1UL << (letter switch { >= 'a' and <= 'z' => letter - 'a', >= '0' and <= '9' => 26 + letter - '0', ' ' => 36, _ => 37 + letter % 27 });
        return letters;
    }

    private static IEnumerable<string> WordsOf(KnownValue value)
    {
        var key = WordReader.Key(value.Called);
        return value.Dimension == "weekday" ? [] : key.Split(' ').Append(key);
    }
}
