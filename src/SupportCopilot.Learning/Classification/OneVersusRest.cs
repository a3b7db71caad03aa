using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Classification;

/// <summary>One SVM per label against all others, trained side by side.</summary>
internal sealed class OneVersusRest(SparseMatrix x, LabelledTexts labelled, LinearClassifierOptions options, ParallelOptions parallel)
{
    private const double Tolerance = 0.01;
    private readonly DualCoordinateDescent _svm = new(x, Tolerance);

    /// <returns>The weights of each label's SVM over all rows, bias last.</returns>
    public float[][] Train()
    {
        var rows = Enumerable.Range(0, x.Rows).ToArray();
        var weights = new float[labelled.Labels.Length][];
        Parallel.For(0, weights.Length, parallel, label => weights[label] = Train(rows, label));
        return weights;
    }

    /// <summary>What the SVMs say of rows they were not trained on: each part is judged by those of the other parts.</summary>
    /// <returns>Rows × labels.</returns>
    public DenseMatrix HeldOutMargins(int folds)
    {
        var parts = StratifiedFolds.Deal(labelled.Ids, folds, options.Seed);
        var margins = new DenseMatrix(x.Rows, labelled.Labels.Length);
        Parallel.For(0, folds * labelled.Labels.Length, parallel, job =>
        {
            var (fold, label) = (job % folds, job / folds);
            var weights = Train([.. Enumerable.Range(0, x.Rows).Where(r => parts[r] != fold)], label);
            for (var row = 0; row < x.Rows; row++)
                if (parts[row] == fold) margins.Row(row)[label] = _svm.Margin(row, weights);
        });
        return margins;
    }

    private float[] Train(int[] rows, int label) =>
        _svm.Train(rows, row => labelled.Ids[row] == label, row => options.Cost * WeightOf(labelled.Ids[row]), options.Seed + label);

    private double WeightOf(int label) =>
        Math.Pow((double)labelled.Ids.Length / labelled.Labels.Length / labelled.Counts[label], options.Balance);
}
