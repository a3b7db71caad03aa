namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>How much each ranking of the candidates counts in their fusion.</summary>
/// <param name="Words">BM25 over words.</param>
/// <param name="Grams">BM25 over character triples.</param>
/// <param name="Meanings">Cosine of meanings.</param>
internal readonly record struct RankingWeights(float Words, float Grams, float Meanings)
{
    /// <summary>Fixed on BANKING77's train part by leave-one-out; the benchmark «search-quality» shows what each part brings.</summary>
    public static RankingWeights Fixed { get; } = new(1, 2, 2);
}
