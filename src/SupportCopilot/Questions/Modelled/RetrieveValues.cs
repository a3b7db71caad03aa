using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Modelled;

/// <summary>
/// The values that a model may choose from: all of a short dimension, of a long one those most like a word of the question by
/// their letters (the Dice coefficient of trigrams: L. R. Dice, 1945). Only values that the caller may see, never a ticket's
/// text. Of a large desk's customers only those are looked at who have a word of the question, or nearly one, in their name.
/// </summary>
internal static class RetrieveValues
{
    private const int ShortDimension = 25;
    private const int MostOfLong = 8;
    private const int MostOfAll = 300;   // servers take about a thousand values in one schema
    private const int LongestValue = 80;
    private const int MostCustomersRead = 1_000;   // of more than so many only those that a word leads to
    private const int MostOfWord = 40;
    private const double LeastAlike = 0.3;

    public static IReadOnlyList<KnownValue> Of(ValueIndex values, IEnumerable<string> words)
    {
        List<string> said = [.. words];
        List<Trigrams> alike = [.. said.Select(word => new Trigrams(word))];
        var (outside, customers) = values.OutsideTable;
        var isLarge = customers > MostCustomersRead;
        var all = isLarge ? outside.Concat(said.SelectMany(word => values.CustomersNear(word, MostOfWord)).DistinctBy(customer => customer.Value)) : values.All;
        return [.. all.Where(value => value.Value.Length <= LongestValue && Catalog.FindDimension(value.Dimension) is { Kind: not (DimensionKind.Number or DimensionKind.Words or DimensionKind.Weekday or DimensionKind.HourOfDay) })
            .GroupBy(value => value.Dimension).Select(dimension => (dimension.Key, Values: dimension.ToList())).OrderBy(dimension => dimension.Values.Count)
            .SelectMany(dimension => dimension.Values.Count <= ShortDimension && !(isLarge && dimension.Key == "requester") ? dimension.Values : Nearest(dimension.Values, alike)).Take(MostOfAll)];
    }

    private static IEnumerable<KnownValue> Nearest(IEnumerable<KnownValue> values, List<Trigrams> said) => values
        .Select(value => (value, Alike: WordReader.Key(value.Value).Split(' ').Max(part => new Trigrams(part) is var letters && said.Count > 0 ? said.Max(word => word.Dice(letters)) : 0)))
        .Where(near => near.Alike >= LeastAlike).OrderByDescending(near => near.Alike).ThenBy(near => near.value.Value, StringComparer.Ordinal)
        .Take(MostOfLong).Select(near => near.value);

    /// <summary>The different runs of three letters of a word between two spaces, in order.</summary>
    private readonly struct Trigrams
    {
        private readonly ulong[] _runs;

        public Trigrams(string word)
        {
            var padded = $" {word} ";
            _runs = new ulong[Math.Max(1, padded.Length - 2)];
            for (var at = 0; at < _runs.Length; at++)
                for (var i = at; i < Math.Min(at + 3, padded.Length); i++) _runs[at] = _runs[at] << 16 | padded[i];
            Array.Sort(_runs);
            var kept = 1;
            for (var at = 1; at < _runs.Length; at++)
                if (_runs[at] != _runs[kept - 1]) _runs[kept++] = _runs[at];
            if (kept < _runs.Length) Array.Resize(ref _runs, kept);
        }

        public double Dice(Trigrams other)
        {
            var (both, mine, theirs) = (0, 0, 0);
            while (mine < _runs.Length && theirs < other._runs.Length)
            {
                var order = _runs[mine].CompareTo(other._runs[theirs]);
                if (order == 0) both++;
                if (order <= 0) mine++;
                if (order >= 0) theirs++;
            }

            return 2.0 * both / (_runs.Length + other._runs.Length);
        }
    }
}
