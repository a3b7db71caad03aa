using System.Runtime.InteropServices;

namespace SupportCopilot.Knowledge.Passages;

/// <summary>What the passages at hand hold as a whole: how rare each term is among them, and which share a beginning with a term asked.</summary>
internal sealed class PassageTerms
{
    private const int ShortestBeginning = 4;
    private const double SharedBeginning = 0.75;   // of the longer word: «mouldi» and «mould», not «contact» and «contain»
    private const int LongestEnding = 3;

    private readonly Dictionary<string, int> _passages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _kindred = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _others = new(StringComparer.Ordinal);
    private readonly int _count;

    public PassageTerms(IReadOnlyList<CutArticle> articles, IReadOnlyList<AskedTerm> asked)
    {
        long length = 0;
        foreach (var article in articles)
        {
            foreach (var passage in article.Passages)
            {
                _count++;
                length += passage.Length;
                foreach (var term in passage.Distinct) CollectionsMarshal.GetValueRefOrAddDefault(_passages, term, out _)++;
            }
        }
        AverageLength = Math.Max(1, length / Math.Max(1.0, _count));
        foreach (var title in articles.DistinctBy(article => article.Article.Title).SelectMany(article => article.OfTitle)) _titles[title] = _titles.GetValueOrDefault(title) + 1;
        foreach (var term in asked) _others[term.Stem] = [.. term.Others.Where(_passages.ContainsKey)];   // most of what could be said, nobody says here
        foreach (var term in asked)
            if (!term.IsPhrase) _kindred[term.Stem] = [.. _passages.Keys.Where(word => AreKindred(term.Stem, word))];
    }

    public double AverageLength { get; }

    /// <summary>The rarity of a term no passage holds.</summary>
    public double OfUnknown => Rarity(0);

    /// <summary>How telling a term is among the passages (BM25's inverse document frequency); 0 for one that none holds.</summary>
    public double RarityOf(string term) => _passages.TryGetValue(term, out var passages) ? Rarity(passages) : 0;

    /// <summary>What the passages say for a term asked, of all that could be said for it.</summary>
    public IReadOnlyList<string> OthersOf(string term) => _others.GetValueOrDefault(term, []);

    /// <summary>Words of the passages with the same beginning as a term asked.</summary>
    public IReadOnlyList<string> KindredOf(string term) => _kindred.GetValueOrDefault(term, []);

    /// <summary>How many of the said words name an article apart from others: words that only its title has, and names it holds.</summary>
    public int NamedBy(IReadOnlySet<string> said, IReadOnlySet<string> names, CutArticle article) =>
        article.OfTitle.Count(term => said.Contains(term) && _titles[term] == 1) + names.Count(name => article.All.Contains(name) && !article.OfTitle.Contains(name));

    private double Rarity(int passages) => Math.Log(1 + ((_count - passages + 0.5) / (passages + 0.5)));

    private static bool AreKindred(string one, string other)
    {
        if (one.Length < ShortestBeginning || other.Length < ShortestBeginning || one == other) return false;
        var shared = one.AsSpan().CommonPrefixLength(other);
        if (shared < ShortestBeginning) return false;
        return shared >= SharedBeginning * Math.Max(one.Length, other.Length)
            || (shared == Math.Min(one.Length, other.Length) && Math.Abs(one.Length - other.Length) <= LongestEnding);
    }
}
