using System.Runtime.InteropServices;

namespace SupportCopilot.Learning.Text;

/// <summary>Counts in how many texts each feature stands.</summary>
/// <remarks>
/// Texts are cut in parallel, batch by batch; the features are then counted in shards by their highest bits, each by
/// one thread and in the order of the texts, so the outcome does not depend on the number of threads. A shard that
/// overflows forgets what it has seen once (the idea of lossy counting, Manku and Motwani 2002), which bounds memory
/// at about 100 MB whatever the number of texts. Cost: n log n in the features of a text, linear in the texts.
/// </remarks>
internal static class DocumentFrequencies
{
    private const int Batch = 1_024;
    private const int ShardBits = 4;
    private const int ShardLimit = 1 << 17;

    [ThreadStatic]
    private static List<ulong>? _features;

    public static IEnumerable<KeyValuePair<ulong, int>> Count(IReadOnlyList<string> texts, ParallelOptions parallel)
    {
        var shards = new Dictionary<ulong, int>[1 << ShardBits];
        for (var i = 0; i < shards.Length; i++) shards[i] = [];
        var batch = new ulong[Batch][];
        for (var start = 0; start < texts.Count; start += Batch)
        {
            var from = start;
            var size = Math.Min(Batch, texts.Count - start);
            Parallel.For(0, size, parallel, i => batch[i] = Distinct(texts[from + i]));
            Parallel.For(0, shards.Length, parallel, shard => Add(batch.AsSpan(0, size), shard, shards[shard]));
        }
        return shards.SelectMany(s => s);
    }

    private static ulong[] Distinct(string text)
    {
        var features = _features ??= [];
        features.Clear();
        FeatureHashes.Collect(text, features);
        var sorted = CollectionsMarshal.AsSpan(features);
        sorted.Sort();
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        return sorted[..kept].ToArray();
    }

    private static void Add(ReadOnlySpan<ulong[]> texts, int shard, Dictionary<ulong, int> counts)
    {
        const int shift = 64 - ShardBits;
        foreach (var features in texts)
        {
            var start = Array.BinarySearch(features, (ulong)shard << shift);
            for (var i = start < 0 ? ~start : start; i < features.Length && (int)(features[i] >> shift) == shard; i++)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, features[i], out _)++;
        }
        if (counts.Count <= ShardLimit) return;
        foreach (var (feature, count) in counts)
            if (count == 1) counts.Remove(feature);
    }
}
