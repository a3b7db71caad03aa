namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>Okapi BM25 (Robertson and Walker 1994; constants as in Robertson and Zaragoza 2009).</summary>
internal static class Bm25
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.75f;

    /// <summary>Inverse document frequency, at least 0.</summary>
    public static float Rarity(int frequency, int documents) =>
        MathF.Log(1 + ((Math.Max(documents, frequency) - frequency + 0.5f) / (frequency + 0.5f)));

    /// <summary>What one term adds to a document's score, before its rarity.</summary>
    /// <param name="occurrences">Times the term stands in the document.</param>
    /// <param name="length">The document's length in terms over the average of all.</param>
    public static float Weight(float occurrences, float length) =>
        occurrences * (Saturation + 1) / (occurrences + (Saturation * (1 - LengthShare + (LengthShare * length))));
}
