using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Vocabulary;

/// <summary>
/// What one tenant says besides the lexicon: its own words for measures, dimensions and values, its custom fields, and its
/// calendar. Made anew for each tenant and never shared, so that nobody reads by another's words.
/// </summary>
internal sealed class TenantWords
{
    /// <summary>Words in the longest phrase.</summary>
    public const int Longest = 8;

    // As a built-in name of a dimension: the rest of the question says whether it splits, ranks or demands.
    private const double NameOfDimension = 2.2;
    private const double OwnColumn = 1.2;   // by so much a desk's own column is likelier than the field that is usually called so

    private readonly (IReadOnlyList<MeasureWord> Measures, IReadOnlyList<DimensionWord> Dimensions, IReadOnlyList<ValueWord> Values) _said;
    private readonly Dictionary<string, List<Entry>> _byStem = [];
    private readonly Dictionary<string, List<(string Dimension, string Value)>> _values = [];
    private readonly HashSet<string> _first = [];

    public TenantWords(TenantCalendar calendar, IReadOnlyList<MeasureWord> measures, IReadOnlyList<DimensionWord> dimensions, IReadOnlyList<ValueWord> values, IReadOnlyList<FieldName> fields)
    {
        Calendar = calendar;
        foreach (var word in measures) Add(word.Word, new MeasurePart(word.Measure), 1);
        foreach (var word in dimensions) Add(word.Word, new DimensionPart(word.Dimension, false), NameOfDimension);
        foreach (var word in values) AddValue(word);
        Fields = [.. fields];
        foreach (var field in Fields) AddField(field);
        _said = (measures, dimensions, values);
    }

    /// <summary>The same words with other custom fields: those that somebody may see.</summary>
    public TenantWords WithFields(IReadOnlyList<FieldName> fields) => new(Calendar, _said.Measures, _said.Dimensions, _said.Values, fields);

    /// <summary>The words of a tenant that has said nothing.</summary>
    public static TenantWords None { get; } = new(TenantCalendar.Usual, [], [], [], []);

    /// <summary>Its fiscal year and its weeks.</summary>
    public TenantCalendar Calendar { get; }

    /// <summary>Its custom fields that can be asked for.</summary>
    public IReadOnlyList<FieldName> Fields { get; }

    /// <summary>The meanings of a phrase whose words are folded and joined by single spaces; that of a value is not among them.</summary>
    public IReadOnlyList<Entry> Find(string phrase) => _byStem.Count == 0 ? [] : _byStem.GetValueOrDefault(Stems.OfPhrase(phrase)) ?? [];

    /// <summary>The same by the phrase's stems.</summary>
    public IReadOnlyList<Entry> FindStem(string stem) => _byStem.Count == 0 ? [] : _byStem.GetValueOrDefault(stem) ?? [];

    /// <summary>How many words a phrase may have that begins with one, by its stem; 0 where none does.</summary>
    public int LongestFrom(string stem) => _first.Contains(stem) ? Longest : 0;

    /// <summary>The values that a phrase is said for.</summary>
    public IReadOnlyList<(string Dimension, string Value)> FindValues(string phrase) => _values.Count == 0 ? [] : _values.GetValueOrDefault(Stems.OfPhrase(phrase)) ?? [];

    /// <summary>Every single word of its phrases: what misspelt words are held against.</summary>
    public IEnumerable<string> Words => _byStem.Keys.Concat(_values.Keys).SelectMany(phrase => phrase.Split(' ')).Where(word => word.Length > 3).Distinct();

    private void AddField(FieldName field)
    {
        var part = new DimensionPart(field.Dimension, false) { IsNumber = field.IsNumber };
        foreach (var name in field.Synonyms.Prepend(field.Name))
        {
            var key = WordReader.Key(name);
            if (key.Length == 0) continue;
            // A column that happens to be named like something of the catalogue does not make that doubtful: it is asked for as a field.
            // But a built-in name of several words, «contact type», is rather that of the desk's own column.
            var known = Phrases.Find(key);
            if (known.Count == 0) Add(name, part, NameOfDimension);
            else if (known.All(entry => entry.Part is DimensionPart) && IsLoose(key)) Add(name, part, NameOfDimension - OwnColumn);
            foreach (var other in Shorter(key, field.IsNumber))
                if (Phrases.Find(other).Count == 0) Add(other, part, NameOfDimension);
            Add($"field {key}", part, NameOfDimension);
            Add($"{key} field", part, NameOfDimension);
        }
    }

    private static bool IsLoose(string key) => key.Contains(' ', StringComparison.Ordinal) || key is "caller" or "resolver" or "solver" or "technician" or "owner" or "handler" or "reporter" or "submitter" or "label" or "medium";

    /// <summary>«u_symptom» is called «symptom», and «reassignment_count» «reassignments».</summary>
    private static IEnumerable<string> Shorter(string key, bool isNumber)
    {
        var at = key.IndexOf(' ', StringComparison.Ordinal);
        if (at > 0 && key[..at] is "u" or "cf" or "custom" && key.Length > at + 3) yield return key[(at + 1)..];
        if (isNumber && key.EndsWith(" count", StringComparison.Ordinal)) yield return key[..^6];
    }

    private void Add(string phrase, Part part, double cost)
    {
        var stem = Stems.OfPhrase(WordReader.Key(phrase));
        if (stem.Length == 0) return;
        _first.Add(stem.Split(' ')[0]);
        if (!_byStem.TryGetValue(stem, out var entries)) _byStem[stem] = entries = [];
        if (entries.TrueForAll(entry => entry.Part != part)) entries.Add(new Entry(part, cost));
    }

    private void AddValue(ValueWord word)
    {
        var stem = Stems.OfPhrase(WordReader.Key(word.Word));
        if (stem.Length == 0) return;
        _first.Add(stem.Split(' ')[0]);
        if (!_values.TryGetValue(stem, out var known)) _values[stem] = known = [];
        known.Add((word.Dimension, word.Value));
    }
}

/// <summary>A tenant's own word for a measure.</summary>
internal sealed record MeasureWord(string Word, string Measure);

/// <summary>A tenant's own word for a dimension.</summary>
internal sealed record DimensionWord(string Word, string Dimension);

/// <summary>A tenant's own word for a value.</summary>
internal sealed record ValueWord(string Word, string Dimension, string Value);

/// <summary>A custom field of a tenant's tickets.</summary>
/// <param name="Name">Its name, as its source writes it.</param>
/// <param name="IsNumber">Whether all of its values are numbers, so that it can be bounded.</param>
/// <param name="Synonyms">What else the tenant calls it.</param>
internal sealed record FieldName(string Name, bool IsNumber, IReadOnlyList<string> Synonyms)
{
    /// <summary>The name of its dimension in plans.</summary>
    public string Dimension => Catalog.FieldPrefix + Name;
}
