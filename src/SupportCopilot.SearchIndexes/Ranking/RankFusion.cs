namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): rankings whose scores have different scales become one.</summary>
internal static class RankFusion
{
    private const float Damping = 60; // the paper's constant

    /// <summary>Adds weight / (60 + rank) for each candidate that the ranking holds, that is, whose score is above zero. Cost: n log n.</summary>
    /// <param name="scores">One score for each candidate; equal scores share the better rank.</param>
    /// <param name="weight">How much this ranking counts.</param>
    /// <param name="fused">One sum for each candidate.</param>
    public static void Add(ReadOnlySpan<float> scores, float weight, Span<float> fused)
    {
        var sorted = scores.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            sorted[i] = -sorted[i];
        }
        sorted.AsSpan().Sort(order.AsSpan());

        var rank = 0;
        for (var i = 0; i < order.Length && sorted[i] < 0; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1]) rank = i + 1;
            fused[order[i]] += weight / (Damping + rank);
        }
    }
}
