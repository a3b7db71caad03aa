namespace SupportCopilot.Learning.Classification;

/// <summary>Figures over predictions whose truth is known. Each costs one pass.</summary>
public static class ClassificationMetrics
{
    private const int Bands = 10;

    /// <returns>Share of places where both lists agree, 0–1.</returns>
    public static double Accuracy(IReadOnlyList<string> truth, IReadOnlyList<string> predicted) =>
        truth.Count == 0 ? 0 : truth.Zip(predicted).Count(p => p.First == p.Second) / (double)truth.Count;

    /// <returns>Mean F1 over the labels of <paramref name="truth"/>, 0–1.</returns>
    public static double MacroF1(IReadOnlyList<string> truth, IReadOnlyList<string> predicted) =>
        truth.Count == 0 ? 0 : PerLabel(truth, predicted).Average(l => l.F1);

    /// <returns>Precision, recall and F1 of each label of <paramref name="truth"/>, the most frequent first.</returns>
    public static IReadOnlyList<LabelReport> PerLabel(IReadOnlyList<string> truth, IReadOnlyList<string> predicted)
    {
        var right = new Dictionary<string, int>();
        foreach (var (t, p) in truth.Zip(predicted))
            if (t == p) right[t] = right.GetValueOrDefault(t) + 1;
        var named = predicted.CountBy(p => p).ToDictionary();
        return [.. truth.CountBy(t => t)
            .OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => Report(l.Key, l.Value, named.GetValueOrDefault(l.Key), right.GetValueOrDefault(l.Key)))];
    }

    /// <returns>Expected calibration error over ten bands of equal width, 0–1.</returns>
    public static double CalibrationError(IReadOnlyList<(double Confidence, bool Right)> predictions) =>
        predictions.Count == 0 ? 0 : predictions
            .GroupBy(p => Math.Min((int)(p.Confidence * Bands), Bands - 1))
            .Sum(band => Math.Abs(band.Sum(p => p.Confidence - (p.Right ? 1 : 0)))) / predictions.Count;

    private static LabelReport Report(string label, int count, int named, int right) =>
        new(label, count, named == 0 ? 0 : (double)right / named, (double)right / count, 2.0 * right / (count + named));
}
