namespace SupportCopilot.Learning.Classification;

/// <summary>Deals rows into parts so that every label is spread as evenly as it can be.</summary>
internal static class StratifiedFolds
{
    /// <returns>The part of each row, 0 to <paramref name="folds"/> − 1; the same for a seed. Cost: linear.</returns>
    public static int[] Deal(ReadOnlySpan<int> labels, int folds, int seed)
    {
        var random = new Random(seed);
        var order = new int[labels.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        random.Shuffle(order);
        var next = new Dictionary<int, int>();
        var parts = new int[labels.Length];
        var start = 0;
        foreach (var row in order)
        {
            // Labels begin at different parts, or the rare ones would all be in the first.
            var part = next.TryGetValue(labels[row], out var given) ? given : start++ % folds;
            parts[row] = part;
            next[labels[row]] = (part + 1) % folds;
        }
        return parts;
    }
}
