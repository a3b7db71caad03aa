using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Modelled;

/// <summary>
/// The values that a model may choose from: all of a short dimension, of a long one those most like a word of the question by
/// their letters (the Dice coefficient of trigrams: L. R. Dice, 1945). Only values that the caller may see, never a ticket's text.
/// </summary>
internal static class RetrieveValues
{
    private const int ShortDimension = 25;
    private const int MostOfLong = 8;
    private const int MostOfAll = 300;   // servers take about a thousand values in one schema
    private const int LongestValue = 80;
    private const double LeastAlike = 0.3;

    public static IReadOnlyList<KnownValue> Of(ValueIndex values, IEnumerable<string> words)
    {
        var said = words.Select(Trigrams).ToList();
        return [.. values.All.Where(value => value.Value.Length <= LongestValue && Catalog.FindDimension(value.Dimension) is { Kind: not (DimensionKind.Number or DimensionKind.Words or DimensionKind.Weekday or DimensionKind.HourOfDay) })
            .GroupBy(value => value.Dimension).OrderBy(dimension => dimension.Count())
            .SelectMany(dimension => dimension.Count() <= ShortDimension ? dimension : Nearest(dimension, said)).Take(MostOfAll)];
    }

    private static IEnumerable<KnownValue> Nearest(IEnumerable<KnownValue> values, List<HashSet<string>> said) => values
        .Select(value => (value, Alike: WordReader.Key(value.Value).Split(' ').Select(Trigrams).SelectMany(part => said.Select(word => Dice(part, word))).DefaultIfEmpty(0).Max()))
        .Where(near => near.Alike >= LeastAlike).OrderByDescending(near => near.Alike).ThenBy(near => near.value.Value, StringComparer.Ordinal)
        .Take(MostOfLong).Select(near => near.value);

    private static HashSet<string> Trigrams(string word)
    {
        var padded = $" {word} ";
        return [.. Enumerable.Range(0, Math.Max(1, padded.Length - 2)).Select(at => padded.Substring(at, Math.Min(3, padded.Length - at)))];
    }

    private static double Dice(HashSet<string> a, HashSet<string> b) => 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
}
