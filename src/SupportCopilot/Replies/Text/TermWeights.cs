using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Text;

/// <summary>
/// How telling each term is among a tenant's texts: the inverse document frequency of Spärck Jones (1972), smoothed and
/// brought to 0–1, so that a term nobody has used yet weighs 1 and one in every text next to nothing.
/// </summary>
internal sealed class TermWeights
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly double _ofUnknown;

    /// <summary>Counts the terms of the texts. Cost: linear in their length.</summary>
    public TermWeights(IEnumerable<string> texts)
    {
        var (held, count) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        foreach (var text in texts)
        {
            count++;
            foreach (var term in Terms.Of(text)) held[term] = held.GetValueOrDefault(term) + 1;
        }
        var known = Math.Max(count, FewestTexts);
        foreach (var (term, of) in held) _weights[term] = Weight(of, known);
        _ofUnknown = Weight(0, known);
    }

    /// <summary>The weight of a stem, 0–1. Among few texts all terms weigh nearly the same.</summary>
    public double this[string term] => _weights.TryGetValue(term, out var weight) ? weight : _ofUnknown;

    private static double Weight(int texts, int known) => Math.Log(1 + (double)known / (1 + texts)) / Math.Log(1 + known);

    /// <summary>The summed weight of the terms.</summary>
    public double Sum(IEnumerable<string> terms) => terms.Sum(term => this[term]);

    /// <summary>The share of the wanted terms, by weight, that is among the given ones, 0–1; 0 where nothing is wanted.</summary>
    public double Share(IReadOnlyCollection<string> wanted, IReadOnlySet<string> given)
    {
        var all = Sum(wanted);
        return all == 0 ? 0 : Sum(wanted.Where(given.Contains)) / all;
    }

    /// <summary>The cosine of two sets of terms by weight, 0–1: how alike they are, however long each is.</summary>
    public double Cosine(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var length = Math.Sqrt(one.Sum(Square) * other.Sum(Square));
        return length == 0 ? 0 : one.Where(other.Contains).Sum(Square) / length;

        double Square(string term) => this[term] * this[term];
    }

    private const int FewestTexts = 50;   // below this the counts are chance
}
