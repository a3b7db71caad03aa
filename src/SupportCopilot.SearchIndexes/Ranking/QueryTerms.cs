namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>The words of a query that the index knows, rarest first.</summary>
internal sealed class QueryTerms
{
    /// <summary>Documents that the words looked up in the index may hold in all; rarer words go first. It bounds the time of a search: the common words of a whole ticket stand in most documents and tell little.</summary>
    private const int PostingBudget = 15_000;

    private readonly List<(string Word, int Frequency)> _known;

    public QueryTerms(string words, TermStatistics statistics)
    {
        _known = [.. SearchWords.Distinct(words)
            .Select(word => (word, statistics.FrequencyOf(word)))
            .Where(term => term.Item2 > 0)
            .OrderBy(term => term.Item2).ThenBy(term => term.word, StringComparer.Ordinal)];
        Rarities = [.. _known.Select(term => statistics.RarityOf(term.Word))];
        for (var i = 0; i < _known.Count; i++) Places[_known[i].Word] = i;
    }

    /// <summary>Each known word's place among them.</summary>
    public Dictionary<string, int> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>How telling each known word is, rarest first.</summary>
    public IReadOnlyList<float> Rarities { get; }

    /// <summary>The words worth looking up, with how telling each is: always the rarest, then as many as the budget allows.</summary>
    public IEnumerable<(string Word, float Rarity)> Informative()
    {
        var postings = 0;
        for (var i = 0; i < _known.Count; i++)
        {
            postings += _known[i].Frequency;
            if (i > 0 && postings > PostingBudget) yield break;
            yield return (_known[i].Word, Rarities[i]);
        }
    }
}
