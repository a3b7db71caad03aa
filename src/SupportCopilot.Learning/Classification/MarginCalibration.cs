using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// Turns margins into probabilities: softmax(sharpness · (margins + biases)), both fitted to margins of held-out rows:
/// first the biases to macro-F1 (<see cref="MacroF1Biases"/>), then the sharpness to the likelihood (temperature
/// scaling, Guo et al. 2017; its inverse is their temperature).
/// </summary>
/// <param name="Sharpness">Above 0.</param>
/// <param name="Biases">One for each label.</param>
internal sealed record MarginCalibration(double Sharpness, double[] Biases)
{
    private const double Lowest = 0.05, Highest = 50;
    private const double Precision = 0.01; // of the sharpness's logarithm: 1 %
    private const double WithoutEvidence = 2; // margins of 1 and −1 become odds of e⁴; used where no label has two texts

    /// <summary>What is used where nothing could be held out.</summary>
    public static MarginCalibration Guess(int labels) => new(WithoutEvidence, new double[labels]);

    /// <summary>Cost: that of the biases, and 20 · rows · labels for the sharpness.</summary>
    public static MarginCalibration Fit(DenseMatrix margins, LabelledTexts labelled, ParallelOptions parallel)
    {
        // A label's only text cannot be both learnt from and held out.
        var rows = Enumerable.Range(0, margins.Rows).Where(r => labelled.Counts[labelled.Ids[r]] > 1).ToArray();
        return rows.Length == 0 ? Guess(margins.Columns) : Fit(margins, labelled, rows, parallel);
    }

    /// <summary>The same by some rows alone; there is at least one.</summary>
    public static MarginCalibration Fit(DenseMatrix margins, LabelledTexts labelled, int[] rows, ParallelOptions parallel) =>
        Guess(margins.Columns).WithBiases(MacroF1Biases.Tune(margins, labelled, rows, parallel)).Sharpened(margins, labelled, rows);

    /// <summary>Fills <paramref name="into"/>; the sum is 1.</summary>
    public void Probabilities(ReadOnlySpan<float> margins, Span<double> into)
    {
        var highest = double.NegativeInfinity;
        for (var i = 0; i < margins.Length; i++) highest = Math.Max(highest, margins[i] + Biases[i]);
        double sum = 0;
        for (var i = 0; i < margins.Length; i++) sum += into[i] = Math.Exp(Sharpness * (margins[i] + Biases[i] - highest));
        for (var i = 0; i < margins.Length; i++) into[i] /= sum;
    }

    private MarginCalibration WithBiases(double[] biases) => this with { Biases = biases };

    /// <summary>The negative log-likelihood has one minimum in the sharpness; golden-section search finds it.</summary>
    private MarginCalibration Sharpened(DenseMatrix margins, LabelledTexts labelled, int[] rows)
    {
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(Lowest), Math.Log(Highest));
        while (high - low > Precision)
        {
            var left = high - (golden * (high - low));
            var right = low + (golden * (high - low));
            if (Loss(left) < Loss(right)) high = right;
            else low = left;
        }
        return this with { Sharpness = Math.Exp((low + high) / 2) };

        double Loss(double logarithm)
        {
            var candidate = this with { Sharpness = Math.Exp(logarithm) };
            var probabilities = new double[margins.Columns];
            double sum = 0;
            foreach (var row in rows)
            {
                candidate.Probabilities(margins.Row(row), probabilities);
                sum -= Math.Log(Math.Max(probabilities[labelled.Ids[row]], double.Epsilon));
            }
            return sum;
        }
    }
}
