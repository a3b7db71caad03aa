using System.Numerics;
using System.Text;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values.Customers;

namespace SupportCopilot.Questions.Values;

/// <summary>
/// The words of values by their length, each with the set of its letters: a misspelt word is held letter by letter only
/// against words of about its own length and letters, for a slip adds one letter to the set at most and takes one away.
/// A nanosecond or two and some twenty bytes for each word of a desk, so that its million customers cost milliseconds.
/// </summary>
internal sealed class NearWords
{
    private readonly Dictionary<int, (Letters Words, List<ulong> Sets)> _byLength = [];

    public NearWords(IEnumerable<KnownValue> values, CustomerTable customers)
    {
        var known = new HashSet<ulong>();
        foreach (var word in values.SelectMany(WordsOf)) Add(word, known);
        customers.EachKey(key =>
        {
            Add(key, known);
            if (!key.Contains(' ', StringComparison.Ordinal)) return;
            foreach (var word in key.Split(' ')) Add(word, known);
        });
    }

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
        var (set, alike) = (SetOf(word), new List<string>());
        for (var length = word.Length - slips; length <= word.Length + slips; length++)
        {
            if (!_byLength.TryGetValue(length, out var same)) continue;
            for (var i = 0; i < same.Sets.Count; i++)
                if (BitOperations.PopCount(same.Sets[i] ^ set) <= 2 * slips) alike.Add(Encoding.UTF8.GetString(same.Words[i]));
        }

        return alike;
    }

    private void Add(string word, HashSet<ulong> known)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        if (!known.Add(CustomerTable.HashOf(bytes))) return;   // that two words share a hash is a matter of 2⁻⁶⁴
        if (!_byLength.TryGetValue(word.Length, out var same)) _byLength[word.Length] = same = (new Letters(), []);
        same.Words.Add(bytes);
        same.Sets.Add(SetOf(word));
    }

    /// <summary>A bit for each letter and digit that is in a word; letters beyond a–z share the rest.</summary>
    private static ulong SetOf(string word)
    {
        var set = 0UL;
        foreach (var letter in word)
            set |= 1UL << (letter switch { >= 'a' and <= 'z' => letter - 'a', >= '0' and <= '9' => 26 + letter - '0', ' ' => 36, _ => 37 + letter % 27 });
        return set;
    }

    private static IEnumerable<string> WordsOf(KnownValue value)
    {
        var key = WordReader.Key(value.Called);
        return value.Dimension == "weekday" ? [] : key.Split(' ').Append(key);
    }
}
