using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// A linear SVM with squared hinge loss by dual coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi and
/// Sundararajan 2008, algorithm 3, the method of LIBLINEAR).
/// </summary>
/// <remarks>Cost: passes · entries of the chosen rows; usually 10–50 passes. Memory: columns + rows doubles.</remarks>
internal sealed class DualCoordinateDescent(SparseMatrix x, double tolerance)
{
    private const int MaxPasses = 200;
    private const double BiasInput = 1; // a constant feature of every row, regularised like the rest

    /// <param name="rows">The rows to learn from.</param>
    /// <param name="positive">Whether a row is on the positive side, by row of the whole matrix.</param>
    /// <param name="cost">Cost of a row on the wrong side, by row of the whole matrix.</param>
    /// <param name="seed">Fixes the order of the steps.</param>
    /// <returns>The weights of the columns, and the bias last.</returns>
    public float[] Train(int[] rows, Func<int, bool> positive, Func<int, double> cost, int seed)
    {
        var weights = new double[x.Columns + 1];
        var alpha = new double[rows.Length];
        var order = new int[rows.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var side = Array.ConvertAll(rows, r => positive(r) ? 1.0 : -1.0);
        var slack = Array.ConvertAll(rows, r => 0.5 / cost(r));
        var curvature = rows.Select((r, i) => slack[i] + (BiasInput * BiasInput) + SquaredLength(r)).ToArray();
        var random = new Random(seed);
        var active = rows.Length;
        var shrinkAbove = double.PositiveInfinity;

        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var highest = double.NegativeInfinity;
            var lowest = double.PositiveInfinity;
            random.Shuffle(order.AsSpan(0, active));
            for (var s = 0; s < active; s++)
            {
                var i = order[s];
                var gradient = (side[i] * Margin(rows[i], weights)) - 1 + (slack[i] * alpha[i]);
                if (alpha[i] == 0 && gradient > shrinkAbove)
                {
                    active--;
                    (order[s], order[active]) = (order[active], order[s]);
                    s--;
                    continue;
                }
                var projected = alpha[i] == 0 ? Math.Min(gradient, 0) : gradient;
                highest = Math.Max(highest, projected);
                lowest = Math.Min(lowest, projected);
                if (Math.Abs(projected) < 1e-12) continue;
                var before = alpha[i];
                alpha[i] = Math.Max(0, before - (gradient / curvature[i]));
                Step(rows[i], (alpha[i] - before) * side[i], weights);
            }
            if (highest - lowest <= tolerance)
            {
                if (active == rows.Length) break;
                active = rows.Length; // what was set aside must agree before it is over
                shrinkAbove = double.PositiveInfinity;
                continue;
            }
            shrinkAbove = highest > 0 ? highest : double.PositiveInfinity;
        }
        return Array.ConvertAll(weights, w => (float)w);
    }

    /// <summary>Which side of the border a row is on, and how far.</summary>
    public float Margin(int row, float[] weights)
    {
        var columns = x.ColumnsOf(row);
        var values = x.ValuesOf(row);
        var sum = weights[^1] * (float)BiasInput;
        for (var i = 0; i < columns.Length; i++) sum += weights[columns[i]] * values[i];
        return sum;
    }

    private double Margin(int row, double[] weights)
    {
        var columns = x.ColumnsOf(row);
        var values = x.ValuesOf(row);
        var sum = weights[^1] * BiasInput;
        for (var i = 0; i < columns.Length; i++) sum += weights[columns[i]] * values[i];
        return sum;
    }

    private void Step(int row, double by, double[] weights)
    {
        var columns = x.ColumnsOf(row);
        var values = x.ValuesOf(row);
        for (var i = 0; i < columns.Length; i++) weights[columns[i]] += by * values[i];
        weights[^1] += by * BiasInput;
    }

    private double SquaredLength(int row)
    {
        double sum = 0;
        foreach (var value in x.ValuesOf(row)) sum += value * value;
        return sum;
    }
}
