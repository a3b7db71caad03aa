using System.Runtime.InteropServices;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// The given values a model knows, numbered from 0. A field that is a copy of the label is none of them: whoever has it has
/// the label too, so it would teach nothing that is of use and flatter every figure. Nor are values that few tickets have.
/// </summary>
/// <remarks>Fields are kept by name, values as hashes, so that a model holds nothing that stood in a ticket. Cost: linear.</remarks>
internal sealed class GivenVocabulary
{
    /// <summary>Values of fewer tickets are left out: they are names and numbers, or nothing can be learned from them.</summary>
    public const int MinTickets = 8;

    // Guessing a label by the field's value leaves less than this share of the errors that guessing the commonest label makes.
    private const double CopyLeaves = 0.05;
    private const int MaxFields = 32, MaxValues = 1_024;

    private readonly Dictionary<(int Field, ulong Value), int> _ids;
    private readonly Dictionary<string, int> _fields;

    private GivenVocabulary(string[] fields, Dictionary<(int Field, ulong Value), int> ids)
    {
        Fields = fields;
        _fields = fields.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        _ids = ids;
        FieldOf = new int[ids.Count];
        foreach (var (key, id) in ids) FieldOf[id] = key.Field;
    }

    /// <summary>The names of the fields, in ordinal order.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>How many values there are.</summary>
    public int Count => _ids.Count;

    /// <summary>The field of each value, by its number.</summary>
    public int[] FieldOf { get; }

    /// <summary>Learns which values there are.</summary>
    public static GivenVocabulary Learn(IReadOnlyList<IReadOnlyList<GivenValue>> given, LabelledTexts labelled)
    {
        var fields = new Dictionary<string, Dictionary<ulong, int[]>>(StringComparer.Ordinal);   // tickets of each label, by value
        foreach (var (row, values) in given.Index())
        {
            foreach (var value in values)
            {
                ref var ofField = ref CollectionsMarshal.GetValueRefOrAddDefault(fields, value.Field, out _);
                ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(ofField ??= [], HashOf(value.Value), out _);
                (counts ??= new int[labelled.Labels.Length])[labelled.Ids[row]]++;
            }
        }

        var known = fields
            .Select(field => (Name: field.Key, Values: field.Value.Where(value => value.Value.Sum() >= MinTickets).OrderBy(value => value.Key).ToList()))
            .Where(field => field.Values.Count > 0 && !IsCopy([.. field.Values.Select(value => value.Value)]))
            .OrderByDescending(field => field.Values.Sum(value => value.Value.Sum())).ThenBy(field => field.Name, StringComparer.Ordinal)
            .Take(MaxFields).OrderBy(field => field.Name, StringComparer.Ordinal).ToList();
        var commonest = known.SelectMany((field, at) => field.Values.Select(value => (Field: at, Value: value.Key, Tickets: value.Value.Sum())))
            .OrderByDescending(value => value.Tickets).ThenBy(value => value.Field).ThenBy(value => value.Value).Take(MaxValues);
        return new GivenVocabulary([.. known.Select(field => field.Name)], commonest.Select((value, id) => (value, id)).ToDictionary(pair => (pair.value.Field, pair.value.Value), pair => pair.id));
    }

    /// <summary>The number of a value; null where it is not known.</summary>
    public int? Find(GivenValue value) =>
        _fields.TryGetValue(value.Field, out var field) && _ids.TryGetValue((field, HashOf(value.Value)), out var id) ? id : null;

    /// <summary>The numbers of the known values among some, each once.</summary>
    public int[] Known(IReadOnlyList<GivenValue> values)
    {
        if (Count == 0 || values.Count == 0) return [];
        var found = new List<int>(values.Count);
        foreach (var value in values)
            if (Find(value) is { } id && !found.Contains(id)) found.Add(id);
        return [.. found];
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Fields.Count);
        foreach (var field in Fields) to.Write(field);
        to.Write(Count);
        foreach (var (key, _) in _ids.OrderBy(pair => pair.Value))
        {
            to.Write(key.Field);
            to.Write(key.Value);
        }
    }

    public static GivenVocabulary Read(BinaryReader from)
    {
        var fields = new string[Counted(from, MaxFields)];
        for (var i = 0; i < fields.Length; i++) fields[i] = from.ReadString();
        var ids = new Dictionary<(int Field, ulong Value), int>();
        for (var left = Counted(from, MaxValues); left > 0; left--) ids.Add((from.ReadInt32(), from.ReadUInt64()), ids.Count);
        return new GivenVocabulary(fields, ids);
    }

    // Each ticket is guessed by the others of its value, or a value of one ticket would always be right.
    private static bool IsCopy(IReadOnlyList<int[]> values)
    {
        var all = new int[values[0].Length];
        foreach (var counts in values)
            for (var label = 0; label < all.Length; label++) all[label] += counts[label];
        var byGuessing = all.Sum() - all.Max();
        var byValue = values.Sum(counts => ErrorsOf(counts));
        return byGuessing > 0 && byValue <= CopyLeaves * byGuessing;
    }

    private static int ErrorsOf(int[] counts)
    {
        var most = counts.Max();
        return counts.Count(count => count == most) > 1 ? counts.Sum() : counts.Sum() - most;
    }

    private static ulong HashOf(string value)
    {
        var hash = 14695981039346656037;   // FNV-1a, 64 bits
        foreach (var c in value.AsSpan().Trim()) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
        return hash;
    }

    private static int Counted(BinaryReader from, int most) =>
        from.ReadInt32() is var count and >= 0 && count <= most ? count : throw new InvalidDataException("The model's given values are damaged; train it anew.");
}
