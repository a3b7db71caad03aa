namespace SupportCopilot.Learning.Classification;

/// <summary>Judges a recipe by texts that were kept from its training.</summary>
public static class HeldOut
{
    /// <summary>Trains on one part and judges the other, once.</summary>
    /// <remarks>The split keeps each label's share (stratified) and is the same for a seed; a label with a single text stays in training, so it is not judged.</remarks>
    /// <param name="texts">The texts.</param>
    /// <param name="labels">The label of each text.</param>
    /// <param name="options">How to train.</param>
    /// <param name="share">Share of each label's texts to judge by, above 0 and at most 0.5; at least one text of every label that has two.</param>
    /// <param name="seed">Fixes the split.</param>
    /// <param name="ct">Stops the training.</param>
    public static ClassifierReport Evaluate(
        IReadOnlyList<string> texts, IReadOnlyList<string> labels, LinearClassifierOptions options, double share, int seed, CancellationToken ct)
    {
        var (train, test) = Split(labels, share, seed);
        var classifier = LinearClassifier.Train([.. train.Select(i => texts[i])], [.. train.Select(i => labels[i])], options, ct);
        return Judge(classifier, [.. test.Select(i => texts[i])], [.. test.Select(i => labels[i])], ct);
    }

    /// <summary>Judges a trained classifier by texts it has not seen.</summary>
    public static ClassifierReport Judge(LinearClassifier classifier, IReadOnlyList<string> texts, IReadOnlyList<string> labels, CancellationToken ct) =>
        Judge(texts.Count, i => classifier.Predict(texts[i], 1)[0], labels, ct);

    /// <summary>Trains on one part of the tickets and judges the other by their words alone, and by what they were given besides.</summary>
    /// <remarks>Split as <see cref="Evaluate(IReadOnlyList{string}, IReadOnlyList{string}, LinearClassifierOptions, double, int, CancellationToken)"/> does.</remarks>
    /// <returns>Both figures on the same tickets; they are the same where given values tell nothing that the words do not.</returns>
    public static (ClassifierReport ByWords, ClassifierReport WithGiven) Evaluate(
        IReadOnlyList<string> texts, IReadOnlyList<IReadOnlyList<GivenValue>> given, IReadOnlyList<string> labels, LinearClassifierOptions options, double share, int seed, CancellationToken ct)
    {
        var (train, test) = Split(labels, share, seed);
        var classifier = TicketClassifier.Train([.. train.Select(i => texts[i])], [.. train.Select(i => given[i])], [.. train.Select(i => labels[i])], options, ct);
        var byWords = Judge(classifier.Words, [.. test.Select(i => texts[i])], [.. test.Select(i => labels[i])], ct);
        return classifier.GivenFields.Count == 0
            ? (byWords, byWords)
            : (byWords, Judge(classifier, [.. test.Select(i => texts[i])], [.. test.Select(i => given[i])], [.. test.Select(i => labels[i])], ct));
    }

    /// <summary>The rows to train on and those to judge by, each in ascending order.</summary>
    public static (IReadOnlyList<int> Train, IReadOnlyList<int> Test) Split(IReadOnlyList<string> labels, double share, int seed)
    {
        if (share is not (> 0 and <= 0.5)) throw new ArgumentOutOfRangeException(nameof(share), share, "Give a share above 0 and at most 0.5.");
        var order = Enumerable.Range(0, labels.Count).ToArray();
        new Random(seed).Shuffle(order);
        var test = order.GroupBy(i => labels[i])
            .SelectMany(rows => rows.Take(rows.Count() < 2 ? 0 : Math.Max(1, (int)Math.Round(rows.Count() * share))))
            .ToHashSet();
        return ([.. Enumerable.Range(0, labels.Count).Where(i => !test.Contains(i))], [.. test.Order()]);
    }

    /// <summary>Judges a trained classifier by tickets it has not seen, each with what it was given beside its words.</summary>
    public static ClassifierReport Judge(TicketClassifier classifier, IReadOnlyList<string> texts, IReadOnlyList<IReadOnlyList<GivenValue>> given, IReadOnlyList<string> labels, CancellationToken ct) =>
        Judge(texts.Count, i => classifier.Predict(texts[i], given[i], 1)[0], labels, ct);

    private static ClassifierReport Judge(int count, Func<int, LabelScore> predict, IReadOnlyList<string> labels, CancellationToken ct)
    {
        var best = new LabelScore[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = ct }, i => best[i] = predict(i));
        return Report(labels, best);
    }

    private static ClassifierReport Report(IReadOnlyList<string> truth, IReadOnlyList<LabelScore> best)
    {
        var predicted = best.Select(b => b.Label).ToArray();
        var perLabel = ClassificationMetrics.PerLabel(truth, predicted);
        return new ClassifierReport(
            truth.Count,
            ClassificationMetrics.Accuracy(truth, predicted),
            ClassificationMetrics.MacroF1(truth, predicted),
            perLabel,
            ClassificationMetrics.CalibrationError([.. truth.Zip(best, (t, b) => (b.Confidence, t == b.Label))]),
            truth.Count == 0 ? 0 : (double)perLabel[0].Count / truth.Count);
    }
}
