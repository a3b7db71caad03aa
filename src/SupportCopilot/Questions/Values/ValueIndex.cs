using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Values;

/// <summary>One value of a dimension.</summary>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Value">The value as it is shown.</param>
/// <param name="Spellings">Every spelling of it in the data.</param>
internal sealed record KnownValue(string Dimension, string Value, IReadOnlyList<string> Spellings);

/// <summary>A value that some words name.</summary>
/// <param name="Value">The value.</param>
/// <param name="Penalty">0 for its very words; more for its plural, or a first name alone.</param>
internal sealed record ValueMatch(KnownValue Value, double Penalty);

/// <summary>
/// Every value of every dimension that somebody may see, found by its words: case, accents and marks do not matter, spelling
/// does. A value that is nearly right is never taken for right; <see cref="NearValues"/> offers it.
/// </summary>
internal sealed class ValueIndex
{
    /// <summary>Words in the longest value that is looked for.</summary>
    public const int Longest = 8;

    private const double PluralPenalty = 0.15;
    private const double PartOfNamePenalty = 0.2;

    private const double OwnWordPenalty = 0.05;

    private readonly Dictionary<string, List<ValueMatch>> _byKey = [];
    private readonly Dictionary<string, List<KnownValue>> _exactly = new(StringComparer.OrdinalIgnoreCase);

    public ValueIndex(IEnumerable<KnownValue> values)
    {
        All = [.. values];
        foreach (var value in All)
        {
            if (!_exactly.TryGetValue(value.Value, out var same)) _exactly[value.Value] = same = [];
            same.Add(value);
            var key = WordReader.Key(value.Value);
            if (key.Length == 0) continue;
            Add(key, value, 0);
            Add(Stems.OfPhrase(key), value, PluralPenalty);
            foreach (var other in Synonyms.Of(value)) Add(WordReader.Key(other), value, 0.05);
            if (value.Dimension == "agent" && key.Contains(' ', StringComparison.Ordinal))
                foreach (var name in new[] { key[..key.IndexOf(' ', StringComparison.Ordinal)], key[(key.LastIndexOf(' ') + 1)..] }) Add(name, value, PartOfNamePenalty);
        }
    }

    public IReadOnlyList<KnownValue> All { get; }

    /// <summary>The values that folded words name, the words joined by single spaces.</summary>
    public IReadOnlyList<ValueMatch> Find(string key)
    {
        if (_byKey.TryGetValue(key, out var found)) return found;
        return _byKey.TryGetValue(Stems.OfPhrase(key), out var plural) ? [.. plural.Select(match => match with { Penalty = Math.Max(match.Penalty, PluralPenalty) })] : [];
    }

    /// <summary>The values written exactly so but for case; how a text in quotes names one whose marks are no words.</summary>
    public IReadOnlyList<KnownValue> Exactly(string written) => _exactly.GetValueOrDefault(written) ?? [];

    /// <summary>The value of a dimension, as a tenant's own word for it means it.</summary>
    public IEnumerable<ValueMatch> Said(string dimension, string value) =>
        Exactly(value).Where(known => known.Dimension == dimension).Select(known => new ValueMatch(known, OwnWordPenalty));

    private void Add(string key, KnownValue value, double penalty)
    {
        if (!_byKey.TryGetValue(key, out var matches)) _byKey[key] = matches = [];
        if (matches.All(match => match.Value != value)) matches.Add(new ValueMatch(value, penalty));
    }
}
