using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// The second stage of a <see cref="TicketClassifier"/>: what given values add to the margins that the words have, with
/// thresholds and confidences of its own. It was fitted to margins of texts that the words' part had not seen, as it meets
/// them in use.
/// </summary>
internal sealed class GivenPart(GivenVocabulary vocabulary, GivenWeights weights, double sharpness, MarginCalibration calibration)
{
    // Fewer tickets with given values tell nothing that could be trusted.
    private const int MinTickets = 100;

    // The one that makes held-out labels likelier is taken: where a value nearly tells the label, as with Endava's category, it
    // must be let speak; where many values tell a little, as with its urgency, it must be held back.
    private static readonly double[] Ridges = [1, 10];

    // What is gained must be clear of chance: once in 740 times a worthless part gets this far (one-sided).
    private const double StandardErrors = 3;

    // Odds against the next likely label that a value must at least double to be named as a reason.
    private static readonly double Telling = Math.Log(2);
    private const int MostReasons = 2;

    /// <summary>The names of the fields it learned from.</summary>
    public IReadOnlyList<string> Fields => vocabulary.Fields;

    /// <summary>Learns what given values add, judged by texts and values kept from the learning.</summary>
    /// <returns>Null where they add nothing that is clear of chance.</returns>
    public static GivenPart? Learn(IReadOnlyList<IReadOnlyList<GivenValue>> given, LabelledTexts labelled, DenseMatrix margins, double sharpness, LinearClassifierOptions options, ParallelOptions parallel)
    {
        var vocabulary = GivenVocabulary.Learn(given, labelled);
        var values = given.Select(vocabulary.Known).ToArray();
        var rows = Enumerable.Range(0, values.Length).Where(row => values[row].Length > 0 && labelled.Counts[labelled.Ids[row]] > 1).ToArray();
        if (rows.Length < MinTickets) return null;

        var offsets = Scaled(margins, sharpness);
        var (ridge, (heldOut, gains)) = Ridges
            .Select(ridge => (Ridge: ridge, Said: HoldOut(offsets, values, vocabulary.FieldOf, labelled, rows, ridge, sharpness, options, parallel)))
            .MaxBy(trial => trial.Said.Gains.Sum());
        if (!IsClear([.. rows.Select(row => gains[row])])) return null;

        var weights = GivenWeights.Fit(offsets, values, vocabulary.FieldOf, labelled, rows, ridge, options.Seed);
        return new GivenPart(vocabulary, weights, sharpness, MarginCalibration.Fit(heldOut, labelled, rows, parallel));
    }

    /// <summary>What weights fitted to the other parts make of each row, as margins, and how much likelier its label is by them than without.</summary>
    private static (DenseMatrix Margins, double[] Gains) HoldOut(
        DenseMatrix offsets, int[][] values, int[] fieldOf, LabelledTexts labelled, int[] rows, double ridge, double sharpness, LinearClassifierOptions options, ParallelOptions parallel)
    {
        var parts = StratifiedFolds.Deal(labelled.Ids, options.Folds, options.Seed + 1);
        var margins = new DenseMatrix(offsets.Rows, offsets.Columns);
        var gains = new double[offsets.Rows];
        Parallel.For(0, options.Folds, parallel, fold =>
        {
            int[] train = [.. rows.Where(row => parts[row] != fold)];
            var without = GivenWeights.Fit(offsets, [.. values.Select(_ => Array.Empty<int>())], fieldOf, labelled, train, ridge, options.Seed);
            var with = GivenWeights.Fit(offsets, values, fieldOf, labelled, train, ridge, options.Seed);
            foreach (var row in rows.Where(row => parts[row] == fold))
            {
                var scores = Scores(offsets.Row(row), with, values[row]);
                gains[row] = LogLikelihood(scores, labelled.Ids[row]) - LogLikelihood(Scores(offsets.Row(row), without, []), labelled.Ids[row]);
                for (var label = 0; label < scores.Length; label++) margins.Row(row)[label] = (float)(scores[label] / sharpness);
            }
        });
        return (margins, gains);
    }

    /// <summary>The known values among some.</summary>
    public int[] Known(IReadOnlyList<GivenValue> given) => vocabulary.Known(given);

    /// <param name="margins">Those of the words.</param>
    /// <param name="known">Values by their numbers.</param>
    /// <returns>The probability of each label.</returns>
    public double[] Probabilities(ReadOnlySpan<float> margins, int[] known)
    {
        var scores = Scores(Scaled(margins), weights, known);
        var probabilities = new double[scores.Length];
        calibration.Probabilities(Array.ConvertAll(scores, score => (float)(score / sharpness)), probabilities);
        return probabilities;
    }

    /// <summary>The values that speak clearly for a label against another, the strongest first.</summary>
    public IReadOnlyList<GivenValue> Reasons(IReadOnlyList<GivenValue> given, int label, int rival) =>
    [
        .. given.Select(value => (Value: value, By: vocabulary.Find(value) is { } id ? weights.Of(id)[label] - weights.Of(id)[rival] : 0))
            .Where(reason => reason.By / sharpness * calibration.Sharpness >= Telling)
            .OrderByDescending(reason => reason.By).Take(MostReasons).Select(reason => reason.Value),
    ];

    public void Write(BinaryWriter to)
    {
        vocabulary.Write(to);
        weights.Write(to);
        to.Write(sharpness);
        to.Write(calibration.Sharpness);
        foreach (var bias in calibration.Biases) to.Write(bias);
    }

    public static GivenPart Read(BinaryReader from, int labels)
    {
        var vocabulary = GivenVocabulary.Read(from);
        var weights = GivenWeights.Read(from, labels, vocabulary.Count);
        var sharpness = from.ReadDouble();
        var calibration = MarginCalibration.Guess(labels) with { Sharpness = from.ReadDouble() };
        for (var i = 0; i < labels; i++) calibration.Biases[i] = from.ReadDouble();
        return new GivenPart(vocabulary, weights, sharpness, calibration);
    }

    private static DenseMatrix Scaled(DenseMatrix margins, double by)
    {
        var scaled = new DenseMatrix(margins.Rows, margins.Columns);
        for (var row = 0; row < margins.Rows; row++)
            for (var label = 0; label < margins.Columns; label++) scaled.Row(row)[label] = (float)(margins.Row(row)[label] * by);
        return scaled;
    }

    private float[] Scaled(ReadOnlySpan<float> margins)
    {
        var scaled = new float[margins.Length];
        for (var i = 0; i < scaled.Length; i++) scaled[i] = (float)(margins[i] * sharpness);
        return scaled;
    }

    private static double[] Scores(ReadOnlySpan<float> offsets, GivenWeights weights, int[] known)
    {
        var scores = new double[offsets.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = offsets[i];
        weights.AddTo(scores, known);
        return scores;
    }

    private static double LogLikelihood(double[] scores, int truth)
    {
        var probabilities = new double[scores.Length];
        GivenWeights.Softmax(scores, probabilities);
        return Math.Log(Math.Max(probabilities[truth], double.Epsilon));
    }

    private static bool IsClear(double[] gains)
    {
        var mean = gains.Average();
        var deviation = Math.Sqrt(gains.Average(gain => (gain - mean) * (gain - mean)));
        return mean > StandardErrors * deviation / Math.Sqrt(gains.Length);
    }
}
