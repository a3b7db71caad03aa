using System.Numerics.Tensors;
using SupportCopilot.Learning.Numerics;
using SupportCopilot.Learning.Persistence;
using SupportCopilot.Learning.Text;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// Tells which label a text has: one-vs-rest linear SVMs over TF-IDF of words, word pairs and character 3–5-grams,
/// with confidences calibrated on held-out parts of the training texts.
/// </summary>
/// <remarks>Immutable and safe for any number of threads. Memory: 4 bytes · features · labels. It holds hashes of n-grams, no text.</remarks>
public sealed class LinearClassifier
{
    private const string Mark = "SCLC";
    private const int Version = 1;
    private const int LabelLimit = 10_000;

    private readonly TfidfVectorizer _vectorizer;
    private readonly string[] _labels;
    private readonly double[] _shares; // of the training texts, by label
    private readonly float[] _weights; // a row of all labels per feature, and a last one with the biases
    private readonly MarginCalibration _calibration;

    private LinearClassifier(TfidfVectorizer vectorizer, string[] labels, double[] shares, float[] weights, MarginCalibration calibration)
    {
        _vectorizer = vectorizer;
        _labels = labels;
        _shares = shares;
        _weights = weights;
        _calibration = calibration;
    }

    /// <summary>The labels it can tell, in ordinal order.</summary>
    public IReadOnlyList<string> Labels => _labels;

    /// <summary>Learns from texts whose labels are known.</summary>
    /// <remarks>Cost: (folds + 1) · labels · passes · entries of the texts' vectors, over all cores.</remarks>
    /// <param name="texts">Any texts; one ticket each, joined by <see cref="TextJoin"/>.</param>
    /// <param name="labels">The label of each text.</param>
    /// <param name="options">Cost, balance, seed.</param>
    /// <param name="ct">Stops the training.</param>
    /// <exception cref="ArgumentException">No texts, or not one label for each.</exception>
    public static LinearClassifier Train(IReadOnlyList<string> texts, IReadOnlyList<string> labels, LinearClassifierOptions options, CancellationToken ct) =>
        TrainWithMargins(texts, labels, options, ct).Classifier;

    /// <summary>The same with what classifiers trained on other parts say of each text; null where nothing could be held out.</summary>
    internal static (LinearClassifier Classifier, LabelledTexts Labelled, DenseMatrix? HeldOut) TrainWithMargins(
        IReadOnlyList<string> texts, IReadOnlyList<string> labels, LinearClassifierOptions options, CancellationToken ct)
    {
        var labelled = LabelledTexts.Of(texts, labels);
        var parallel = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = options.MaxThreads };

        var vectorizer = TfidfVectorizer.Learn(texts, new VectorizerOptions(options.MaxFeatures, LinearClassifierOptions.MinTexts, LinearClassifierOptions.CharacterWeight), parallel);
        var training = new OneVersusRest(vectorizer.Matrix(texts, parallel), labelled, options, parallel);
        var margins = texts.Count < 2 || labelled.Labels.Length < 2 ? null : training.HeldOutMargins(Math.Min(options.Folds, texts.Count));
        var calibration = margins is null ? MarginCalibration.Guess(labelled.Labels.Length) : MarginCalibration.Fit(margins, labelled, parallel);
        var shares = labelled.Counts.Select(c => (double)c / texts.Count).ToArray();
        return (new LinearClassifier(vectorizer, labelled.Labels, shares, training.Train(), calibration), labelled, margins);
    }

    /// <summary>How margins become odds.</summary>
    internal double Sharpness => _calibration.Sharpness;

    /// <param name="text">Joined as the training texts were.</param>
    /// <param name="top">How many labels to name at most.</param>
    /// <returns>
    /// The likeliest labels, best first. A text in which nothing is known gets each label's share of the training texts;
    /// a classifier of one label says that label with confidence 1, for there was nothing else to learn.
    /// </returns>
    public IReadOnlyList<LabelScore> Predict(string text, int top = 3)
    {
        var probabilities = Probabilities(_vectorizer.Vector(text));
        return [.. Ranked(probabilities).Take(top).Select(i => new LabelScore(_labels[i], probabilities[i]))];
    }

    /// <summary>The labels' numbers, likeliest first.</summary>
    internal static int[] Ranked(double[] probabilities)
    {
        var order = Enumerable.Range(0, probabilities.Length).ToArray();
        Array.Sort(order, (a, b) => probabilities[a] != probabilities[b] ? probabilities[b].CompareTo(probabilities[a]) : a.CompareTo(b));
        return order;
    }

    /// <summary>On which side of each label's border a text is, and how far.</summary>
    internal float[] Margins(string text) => Margins(_vectorizer.Vector(text));

    /// <summary>Writes the classifier in a format of its own, with version and checksum.</summary>
    public void Write(Stream to) => ModelFile.Write(to, Mark, Version, writer =>
    {
        _vectorizer.Write(writer);
        writer.Write(_labels.Length);
        foreach (var label in _labels) writer.Write(label);
        foreach (var share in _shares) writer.Write(share);
        writer.Write(_calibration.Sharpness);
        foreach (var bias in _calibration.Biases) writer.Write(bias);
        foreach (var weight in _weights) writer.Write(weight);
    });

    /// <exception cref="InvalidDataException">The stream holds no such classifier, another version, or a damaged one.</exception>
    public static LinearClassifier Read(Stream from) => ModelFile.Read(from, Mark, Version, reader =>
    {
        var vectorizer = TfidfVectorizer.Read(reader);
        var count = reader.ReadInt32();
        if (count is < 1 or > LabelLimit) throw new InvalidDataException($"The classifier claims {count} labels; it is damaged.");
        var labels = new string[count];
        for (var i = 0; i < count; i++) labels[i] = reader.ReadString();
        var shares = new double[count];
        for (var i = 0; i < count; i++) shares[i] = reader.ReadDouble();
        var calibration = MarginCalibration.Guess(count) with { Sharpness = reader.ReadDouble() };
        for (var i = 0; i < count; i++) calibration.Biases[i] = reader.ReadDouble();
        var weights = new float[(vectorizer.Count + 1) * count];
        for (var i = 0; i < weights.Length; i++) weights[i] = reader.ReadSingle();
        return new LinearClassifier(vectorizer, labels, shares, weights, calibration);
    });

    private double[] Probabilities(SparseVector vector)
    {
        if (vector.Columns.Length == 0) return [.. _shares];
        var probabilities = new double[_labels.Length];
        _calibration.Probabilities(Margins(vector), probabilities);
        return probabilities;
    }

    private float[] Margins(SparseVector vector)
    {
        var margins = _weights.AsSpan(_vectorizer.Count * _labels.Length).ToArray();
        for (var i = 0; i < vector.Columns.Length; i++)
            TensorPrimitives.MultiplyAdd(_weights.AsSpan(vector.Columns[i] * _labels.Length, _labels.Length), vector.Values[i], margins, margins);
        return margins;
    }
}
