namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>How much each ranking of the candidates counts in their fusion.</summary>
/// <param name="Words">BM25 over words.</param>
/// <param name="Grams">BM25 over character triples.</param>
/// <param name="Meanings">Cosine of meanings.</param>
internal readonly record struct RankingWeights(float Words, float Grams, float Meanings)
{
    /// <summary>All alike, as in the paper: on BANKING77's train part, leave-one-out, no other weights were better beyond chance. The benchmark «search-quality» shows what each ranking brings.</summary>
    public static RankingWeights Fixed { get; } = new(1, 1, 1);
}
