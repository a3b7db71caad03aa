using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// Turns margins into probabilities: softmax(sharpness · margins), the sharpness fitted to margins of held-out rows
/// (temperature scaling, Guo et al. 2017; its inverse is their temperature).
/// </summary>
internal sealed record MarginCalibration(double Sharpness)
{
    private const double Lowest = 0.05, Highest = 50;
    private const double WithoutEvidence = 2; // close to what BANKING77 fits; used where no label has two texts

    /// <summary>Minimises the negative log-likelihood, convex in the sharpness, by golden-section search. Cost: 40 · rows · labels.</summary>
    public static MarginCalibration Fit(DenseMatrix margins, LabelledTexts labelled)
    {
        var rows = Enumerable.Range(0, margins.Rows).Where(r => labelled.Counts[labelled.Ids[r]] > 1).ToArray();
        if (rows.Length == 0) return new MarginCalibration(WithoutEvidence);
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(Lowest), Math.Log(Highest));
        while (high - low > 0.01)
        {
            var left = high - (golden * (high - low));
            var right = low + (golden * (high - low));
            if (Loss(Math.Exp(left)) < Loss(Math.Exp(right))) high = right;
            else low = left;
        }
        return new MarginCalibration(Math.Exp((low + high) / 2));

        double Loss(double sharpness)
        {
            var probabilities = new double[margins.Columns];
            double sum = 0;
            foreach (var row in rows)
            {
                new MarginCalibration(sharpness).Probabilities(margins.Row(row), probabilities);
                sum -= Math.Log(Math.Max(probabilities[labelled.Ids[row]], 1e-300));
            }
            return sum;
        }
    }

    /// <summary>Fills <paramref name="into"/>; the sum is 1.</summary>
    public void Probabilities(ReadOnlySpan<float> margins, Span<double> into)
    {
        var highest = float.NegativeInfinity;
        foreach (var margin in margins) highest = Math.Max(highest, margin);
        double sum = 0;
        for (var i = 0; i < margins.Length; i++) sum += into[i] = Math.Exp(Sharpness * (margins[i] - highest));
        for (var i = 0; i < margins.Length; i++) into[i] /= sum;
    }
}
