namespace SupportCopilot.Learning.Text;

/// <summary>The features a model knows, numbered from 0, with their inverse document frequencies.</summary>
internal sealed class Vocabulary
{
    private readonly ulong[] _features; // ascending
    private readonly float[] _rarity;
    private readonly Dictionary<ulong, int> _ids;

    private Vocabulary(ulong[] features, float[] rarity)
    {
        _features = features;
        _rarity = rarity;
        _ids = new Dictionary<ulong, int>(features.Length);
        for (var i = 0; i < features.Length; i++) _ids[features[i]] = i;
    }

    public int Count => _features.Length;

    public bool TryGet(ulong feature, out int id) => _ids.TryGetValue(feature, out id);

    /// <summary>ln((1 + texts) / (1 + texts with it)) + 1, so that a feature of every text still counts a little, to the power asked for.</summary>
    public float RarityOf(int id) => _rarity[id];

    public bool IsOfCharacters(int id) => FeatureHashes.IsOfCharacters(_features[id]);

    /// <summary>Keeps the features found in enough texts, the most frequent first where there are more than fit.</summary>
    public static Vocabulary Build(IReadOnlyList<string> texts, VectorizerOptions options, ParallelOptions parallel)
    {
        var counted = DocumentFrequencies.Count(texts, parallel);
        // In a handful of texts hardly anything is said twice; then everything said is kept.
        var atLeast = texts.Count < VectorizerOptions.TextsToPrune ? 1 : options.MinTexts;
        var kept = counted.Where(f => f.Value >= atLeast).ToArray();
        if (kept.Length > options.MaxFeatures)
        {
            Array.Sort(kept, (a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.Key.CompareTo(b.Key));
            Array.Resize(ref kept, options.MaxFeatures);
        }
        Array.Sort(kept, (a, b) => a.Key.CompareTo(b.Key));
        return new Vocabulary(
            [.. kept.Select(f => f.Key)],
            [.. kept.Select(f => MathF.Pow(MathF.Log((1f + texts.Count) / (1f + f.Value)) + 1, options.RarityPower))]);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Count);
        foreach (var feature in _features) to.Write(feature);
        foreach (var rarity in _rarity) to.Write(rarity);
    }

    public static Vocabulary Read(BinaryReader from)
    {
        var count = from.ReadInt32();
        if (count is < 0 or > VectorizerOptions.FeatureLimit) throw new InvalidDataException($"The model claims {count} features; at most {VectorizerOptions.FeatureLimit} are possible.");
        var features = new ulong[count];
        for (var i = 0; i < count; i++) features[i] = from.ReadUInt64();
        var rarity = new float[count];
        for (var i = 0; i < count; i++) rarity[i] = from.ReadSingle();
        return new Vocabulary(features, rarity);
    }
}
