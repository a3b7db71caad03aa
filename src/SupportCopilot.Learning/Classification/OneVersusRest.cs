using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Classification;

/// <summary>One SVM per label against all others, trained side by side in blocks of <see cref="DualCoordinateDescent.Lanes"/>.</summary>
internal sealed class OneVersusRest(SparseMatrix x, LabelledTexts labelled, LinearClassifierOptions options, ParallelOptions parallel)
{
    private const int Block = DualCoordinateDescent.Lanes;
    private const float Tolerance = 0.1f; // as in LIBLINEAR; a tenth of it nearly doubles the passes and told no more labels right
    private readonly DualCoordinateDescent _svm = new(x, Tolerance);
    private readonly int _blocks = (labelled.Labels.Length + Block - 1) / Block;

    /// <returns>Over all rows, a row of all labels' weights per feature, and a last one with the biases.</returns>
    public float[] Train()
    {
        var rows = Enumerable.Range(0, x.Rows).ToArray();
        var labels = labelled.Labels.Length;
        // Side by side per feature, a prediction reads one stretch of memory for each feature of its text.
        var weights = new float[(x.Columns + 1) * labels];
        Parallel.For(0, _blocks, parallel, block =>
        {
            var trained = Train(rows, block);
            for (var feature = 0; feature <= x.Columns; feature++)
                trained.AsSpan(feature * Block, Width(block)).CopyTo(weights.AsSpan((feature * labels) + (block * Block)));
        });
        return weights;
    }

    /// <summary>What the SVMs say of rows they were not trained on: each part is judged by those of the other parts.</summary>
    /// <returns>Rows × labels.</returns>
    public DenseMatrix HeldOutMargins(int folds)
    {
        var parts = StratifiedFolds.Deal(labelled.Ids, folds, options.Seed);
        var margins = new DenseMatrix(x.Rows, labelled.Labels.Length);
        Parallel.For(0, folds * _blocks, parallel, job =>
        {
            var (fold, block) = (job % folds, job / folds);
            var weights = Train([.. Enumerable.Range(0, x.Rows).Where(r => parts[r] != fold)], block);
            for (var row = 0; row < x.Rows; row++)
            {
                if (parts[row] != fold) continue;
                var ofBlock = _svm.Margins(row, weights);
                for (var lane = 0; lane < Width(block); lane++) margins.Row(row)[(block * Block) + lane] = ofBlock[lane];
            }
        });
        return margins;
    }

    private float[] Train(int[] rows, int block) =>
        _svm.Train(rows, row => labelled.Ids[row] - (block * Block), Width(block), row => options.Cost * WeightOf(labelled.Ids[row]), options.Seed + block);

    private int Width(int block) => Math.Min(Block, labelled.Labels.Length - (block * Block));

    private double WeightOf(int label) =>
        Math.Pow((double)labelled.Ids.Length / labelled.Labels.Length / labelled.Counts[label], options.Balance);
}
