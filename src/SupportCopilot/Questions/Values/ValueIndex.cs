using System.Collections.Concurrent;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values.Customers;

namespace SupportCopilot.Questions.Values;

/// <summary>
/// Every value of every dimension that somebody may see, found by its words: case, accents and marks do not matter, spelling
/// does. A value that is nearly right is never taken for right; <see cref="NearValues"/> offers it. Values are added while
/// others look: what came with the newest tickets lies beside the large table.
/// </summary>
internal sealed class ValueIndex
{
    /// <summary>Words in the longest value that is looked for.</summary>
    public const int Longest = 8;

    private const double PluralPenalty = 0.15;
    internal const double PartOfNamePenalty = 0.2;
    private const double OwnWordPenalty = 0.05;
    private const string InQuotes = "\"";   // no key of words begins so

    private readonly Dictionary<string, ValueMatch[]> _byKey;   // of a million customers nearly every key has one match: a list for each would take twice the memory
    private readonly Dictionary<string, int> _lengths = [];
    private readonly ConcurrentDictionary<string, ValueMatch[]> _added = [];
    private readonly ConcurrentQueue<KnownValue> _newest = [];
    private readonly IReadOnlyList<KnownValue> _values;
    private readonly CustomerTable _customers;
    private readonly ValueIndex? _whole;
    private readonly Lazy<NearWords> _near;

    /// <param name="values">The values.</param>
    /// <param name="customers">Those customers that are not among them: there can be millions.</param>
    public ValueIndex(IEnumerable<KnownValue> values, CustomerTable? customers = null) : this(values, customers ?? CustomerTable.None, null) { }

    private ValueIndex(IEnumerable<KnownValue> values, CustomerTable customers, ValueIndex? whole)
    {
        _values = [.. values];
        (_customers, _whole) = (customers, whole);
        _byKey = new(_values.Count);
        _near = new(() => new NearWords(_values.Concat(_newest), _customers));
        foreach (var value in _values)
        {
            foreach (var (key, penalty) in Keys(value))
            {
                if (!_byKey.TryGetValue(key, out var matches))
                {
                    matches = [];
                    var first = key.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? key[..space] : key;
                    _lengths[first] = Math.Max(_lengths.GetValueOrDefault(first), key.AsSpan().Count(' ') + 1);
                }

                if (!Array.Exists(matches, match => match.Value.Dimension == value.Dimension && match.Value.Value == value.Value)) _byKey[key] = [.. matches, new ValueMatch(value, penalty)];
            }
        }
    }

    /// <summary>The values, customers last; of a narrowed sight those that were looked for.</summary>
    public IEnumerable<KnownValue> All => _values.Concat(_newest).Concat(_customers.All);

    /// <summary>The values that lie outside the table of customers, and how many lie in it.</summary>
    public (IEnumerable<KnownValue> Values, int InTable) OutsideTable => (_values.Concat(_newest), _customers.Count);

    /// <summary>Some of the table's customers who have a folded word, or one that is nearly it, in their name.</summary>
    public IEnumerable<KnownValue> CustomersNear(string word, int most) =>
        Near(word, most).Prepend(word).SelectMany(near => _customers.WithWord(near, most)).DistinctBy(customer => customer.Value).Take(most);

    /// <summary>The values of some dimensions: to look through all customers for a tag would take a while.</summary>
    public IEnumerable<KnownValue> InDimensions(params IReadOnlyList<string> dimensions) => (dimensions.Contains("requester") ? All : _values.Concat(_newest)).Where(value => dimensions.Contains(value.Dimension));

    /// <summary>The index of the whole desk that this one is a part of; itself where nothing is hidden.</summary>
    public ValueIndex Whole => _whole ?? this;

    /// <summary>How many were added since it was made.</summary>
    public int Added => _newest.Count;

    /// <summary>Only some of its values: those in somebody's sight.</summary>
    public ValueIndex Only(IEnumerable<KnownValue> seen) => new(seen, CustomerTable.None, Whole);

    /// <summary>Adds a value that the desk has now; other questions may be looking meanwhile.</summary>
    public void Add(KnownValue value)
    {
        if (Find(WordReader.Key(value.Called)).Any(match => match.Value.Dimension == value.Dimension && match.Value.Value == value.Value && !value.Spellings.Except(match.Value.Spellings).Any())) return;
        foreach (var (key, penalty) in Keys(value))
            _added.AddOrUpdate(key, _ => [new ValueMatch(value, penalty)], (_, matches) => [.. matches.Where(match => match.Value.Dimension != value.Dimension || match.Value.Value != value.Value), new ValueMatch(value, penalty)]);
        _newest.Enqueue(value);
    }

    /// <summary>The values that folded words name, the words joined by single spaces.</summary>
    public IReadOnlyList<ValueMatch> Find(string key) => Find(key, Stems.OfPhrase(key));

    /// <summary>How many words the longest value may have that begins with a folded word; 0 where none does.</summary>
    public int LongestFrom(string word) => Math.Max(Math.Max(_lengths.GetValueOrDefault(word), _customers.LongestFrom(word)), _added.IsEmpty ? 0 : Longest);

    /// <summary>The same, with the stems of the words.</summary>
    public IReadOnlyList<ValueMatch> Find(string key, string stem)
    {
        if (Of(key) is { Count: > 0 } found) return found;
        if (stem == key || Of(stem) is not { Count: > 0 } plural) return [];
        return [.. plural.Select(match => match with { Penalty = Math.Max(match.Penalty, PluralPenalty) })];
    }

    /// <summary>The values written exactly so but for case; how a text in quotes names one whose marks are no words.</summary>
    public IEnumerable<KnownValue> Exactly(string written) =>
        WordReader.Key(written) is var key ? Of(key).Concat(Of(InQuotes + key)).Select(match => match.Value).Where(value => string.Equals(value.Value, written, StringComparison.OrdinalIgnoreCase)).Distinct() : [];

    /// <summary>The value of a dimension, as a tenant's own word for it means it.</summary>
    public IEnumerable<ValueMatch> Said(string dimension, string value) =>
        Exactly(value).Where(known => known.Dimension == dimension).Select(known => new ValueMatch(known, OwnWordPenalty));

    /// <summary>Words of the whole desk's values near one: to be read again in its place, for only what is in sight is found then. Never to be shown.</summary>
    public IReadOnlyList<string> Near(string word, int most) => Whole._near.Value.Of(word, most, Whole._newest);

    /// <summary>Gathers the words that misspelt ones are held against, which of a million customers takes a second or two: before anybody waits for them.</summary>
    public void Prepare() => _ = Whole._near.Value;

    private IReadOnlyList<ValueMatch> Of(string key)
    {
        var known = WithCustomer(_byKey.GetValueOrDefault(key), _customers.Find(key));
        if (_added.IsEmpty || !_added.TryGetValue(key, out var more)) return known ?? (IReadOnlyList<ValueMatch>)[];
        // A value that came in a further spelling stands in both; the newer one has all of them.
        return known is null ? more : [.. known.Where(match => !Array.Exists(more, newer => newer.Value.Dimension == match.Value.Dimension && newer.Value.Value == match.Value.Value)), .. more];
    }

    // Where all were in one list a customer stood behind agents and before groups.
    private static ValueMatch[]? WithCustomer(ValueMatch[]? known, ValueMatch[] customer)
    {
        if (customer.Length == 0) return known;
        if (known is null) return customer;
        var at = Array.FindIndex(known, match => match.Value.Dimension is "group" or "organization" or "cluster");
        return at < 0 ? [.. known, .. customer] : [.. known[..at], .. customer, .. known[at..]];
    }

    // A custom field's «5» or «yes» would turn up in questions that have nothing to do with it.
    private static bool IsForQuotesOnly(KnownValue value, string key) =>
        value.Dimension.StartsWith(Catalog.FieldPrefix, StringComparison.Ordinal) && (key.Length < 3 && !IsCode(key) || key is "yes" or "true" or "false" or "none" || !key.Any(char.IsLetter));

    // «S1», «P2» and «L3» are said by themselves; «Q1», «H2», «W3» and the like are times
    private static bool IsCode(string key) => key.Length == 2 && char.IsAsciiLetter(key[0]) && char.IsAsciiDigit(key[1]) && key[0] is not ('q' or 'h' or 'w' or 'm' or 'd' or 'y');

    private static IEnumerable<(string Key, double Penalty)> Keys(KnownValue value)
    {
        var key = WordReader.Key(value.Called);
        if (key.Length == 0 || IsForQuotesOnly(value, key))
        {
            yield return (InQuotes + key, 0);
            yield break;
        }

        yield return (key, 0);
        if (!ReferenceEquals(value.Called, value.Value) && WordReader.Key(value.Value) is { Length: > 0 } shown && shown != key) yield return (shown, 0);
        // A name fits letter by letter: «Northgate Toy» is not Northgate Toys, and is offered it.
        if (value.Dimension is not ("agent" or "requester" or "organization") && Stems.OfPhrase(key) is var stem && stem != key) yield return (stem, PluralPenalty);
        if (key.Contains(" 's", StringComparison.Ordinal)) yield return (key.Replace(" 's", "s", StringComparison.Ordinal), OwnWordPenalty);   // «St Johns Hospital»
        foreach (var other in Synonyms.Of(value)) yield return (WordReader.Key(other), 0.05);
        if (value.Dimension != "agent" || !key.Contains(' ', StringComparison.Ordinal)) yield break;
        if (value.Called.Split(' ') is [var given, .., var family])   // «Jean-Luc», «O'Neill»
            foreach (var part in new[] { WordReader.Key(given), WordReader.Key(family) }.Where(part => part.Contains(' ', StringComparison.Ordinal))) yield return (part, PartOfNamePenalty);
        var space = key.IndexOf(' ', StringComparison.Ordinal);
        if (value.Called.Split(' ') is [_, [var small, ..], _, ..] && char.IsLower(small)) yield return (key[(space + 1)..], PartOfNamePenalty);   // «van der Berg», «de la Cruz»
        yield return (key[..space], PartOfNamePenalty);
        yield return (key[(key.LastIndexOf(' ') + 1)..], PartOfNamePenalty);
    }
}
