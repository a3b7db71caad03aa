namespace SupportCopilot.Learning.Classification;

/// <summary>A label and how sure the classifier is of it.</summary>
/// <param name="Label">One of the labels it was trained with.</param>
/// <param name="Confidence">Calibrated probability, 0–1: of all predictions with 0.8, about 80 % should be right.</param>
public sealed record LabelScore(string Label, double Confidence)
{
    /// <summary>The given values that spoke clearly for it, the strongest first; empty where its words decided.</summary>
    public IReadOnlyList<GivenValue> Because { get; init; } = [];
}
