namespace SupportCopilot.Learning.Text;

/// <summary>How texts become vectors.</summary>
/// <param name="MaxFeatures">At most this many features, 1–65,536.</param>
/// <param name="MinTexts">A feature must stand in at least this many texts.</param>
/// <param name="CharacterWeight">The length of the character part against 1 for the words, each normalised on its own first.</param>
/// <param name="RarityPower">The power of the inverse document frequency; above 1 rare features count for more.</param>
internal sealed record VectorizerOptions(int MaxFeatures, int MinTexts, float CharacterWeight, float RarityPower = 1)
{
    /// <summary>The most features any model may have: with more, memory grows faster than quality.</summary>
    public const int FeatureLimit = 65_536;

    /// <summary>Below this many texts rare features are kept too.</summary>
    public const int TextsToPrune = 50;
}
