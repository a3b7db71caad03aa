using System.Collections.Frozen;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Values;

/// <summary>
/// The words of values by their length, so that a misspelt one is held against those of about its own length alone. Of a
/// desk with 200,000 customers that takes milliseconds, and only questions with a strange word wait for it.
/// </summary>
internal sealed class NearWords(IEnumerable<KnownValue> values)
{
    private readonly FrozenDictionary<int, string[]> _byLength = values.SelectMany(WordsOf).Distinct().GroupBy(word => word.Length).ToFrozenDictionary(same => same.Key, same => same.ToArray());

    /// <summary>The nearest words, nearest first.</summary>
    /// <param name="word">A folded word.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="newest">Values that came since.</param>
    public IReadOnlyList<string> Of(string word, int most, IEnumerable<KnownValue> newest) => NearValues.Of(
        word, Enumerable.Range(word.Length - NearValues.MostSlips, 2 * NearValues.MostSlips + 1).SelectMany(length => _byLength.GetValueOrDefault(length) ?? []).Concat(newest.SelectMany(WordsOf)), most);

    private static IEnumerable<string> WordsOf(KnownValue value)
    {
        var key = WordReader.Key(value.Called);
        return value.Dimension == "weekday" ? [] : key.Split(' ').Append(key);
    }
}
