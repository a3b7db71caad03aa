namespace SupportCopilot.Learning.Classification;

/// <summary>How a <see cref="LinearClassifier"/> is trained.</summary>
/// <param name="Cost">What a wrong side of the margin costs against a long weight vector (C of the SVM), above 0.</param>
/// <param name="Balance">How far rare labels are weighed up: 0 not at all, 1 until every label weighs the same; the weight is (texts / labels / texts of the label) to this power.</param>
/// <param name="MaxFeatures">At most this many features, 1–65,536, the most frequent ones.</param>
/// <param name="Folds">Parts that are held out in turn to calibrate confidences, 2–20; fewer where there are fewer texts.</param>
/// <param name="Seed">Fixes the folds and the order of the descent; the same texts, options and seed give the same classifier.</param>
/// <param name="MaxThreads">Threads to use, −1 for all cores; the classifier is the same for any.</param>
public sealed record LinearClassifierOptions(double Cost = 1, double Balance = 1, int MaxFeatures = 65_536, int Folds = 5, int Seed = 1, int MaxThreads = -1)
{
    internal const float CharacterWeight = 1;
    internal const int MinTexts = 2;
}
