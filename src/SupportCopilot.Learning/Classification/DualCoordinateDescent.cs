using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// Linear SVMs with squared hinge loss by dual coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi and
/// Sundararajan 2008, algorithm 3, the method of LIBLINEAR), eight labels against all others side by side.
/// </summary>
/// <remarks>
/// One look at a row serves eight SVMs, because their weights for a column lie next to each other: with 77 labels that
/// takes a third less time than one SVM after the other, though a row is set aside only when none of the eight needs it.
/// Cost: passes · entries of the chosen rows; 10–50 passes. Memory: 32 bytes a column and a row.
/// </remarks>
internal sealed class DualCoordinateDescent(SparseMatrix x, float tolerance)
{
    /// <summary>SVMs trained at once.</summary>
    public const int Lanes = 8;

    private const int MaxPasses = 200;
    private const float Negligible = 0.1f; // of the tolerance: what is this close to its place is not moved
    private const float BiasInput = 1; // a constant feature of every row, regularised like the rest
    private readonly float[] _squaredLengths = SquaredLengths(x);

    /// <param name="rows">The rows to learn from.</param>
    /// <param name="laneOf">The lane for which a row is positive, by row of the whole matrix; outside 0–7 where it is negative for all.</param>
    /// <param name="lanes">Lanes in use, 1–8.</param>
    /// <param name="cost">Cost of a row on the wrong side, by row of the whole matrix.</param>
    /// <param name="seed">Fixes the order of the steps.</param>
    /// <returns>Eight weights for each column, and the biases last.</returns>
    public float[] Train(int[] rows, Func<int, int> laneOf, int lanes, Func<int, double> cost, int seed)
    {
        var weights = new float[(x.Columns + 1) * Lanes];
        var alphas = new float[rows.Length * Lanes];
        var order = new int[rows.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var lane = Array.ConvertAll(rows, r => laneOf(r));
        var slack = Array.ConvertAll(rows, r => (float)(0.5 / cost(r)));
        var used = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(lanes)).AsSingle();
        var random = new Random(seed);
        var active = rows.Length;
        var shrinkAbove = Vector256.Create(float.PositiveInfinity);

        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var highest = Vector256.Create(float.NegativeInfinity);
            var lowest = Vector256.Create(float.PositiveInfinity);
            random.Shuffle(order.AsSpan(0, active));
            for (var s = 0; s < active; s++)
            {
                var i = order[s];
                var before = alphas.AsSpan(i * Lanes, Lanes);
                var alpha = Vector256.Create<float>(before);
                var side = Side(lane[i]);
                var gradient = (side * Margins(rows[i], weights)) - Vector256<float>.One + (alpha * slack[i]);
                var atZero = Vector256.Equals(alpha, Vector256<float>.Zero);
                var settled = (atZero & Vector256.GreaterThan(gradient, shrinkAbove)) | ~used;
                if (Vector256.EqualsAll(settled.AsInt32(), Vector256<int>.AllBitsSet))
                {
                    active--;
                    (order[s], order[active]) = (order[active], order[s]);
                    s--;
                    continue;
                }
                var projected = used & Vector256.ConditionalSelect(atZero, Vector256.Min(gradient, Vector256<float>.Zero), gradient);
                highest = Vector256.Max(highest, projected);
                lowest = Vector256.Min(lowest, projected);
                var moved = Vector256.GreaterThan(Vector256.Abs(projected), Vector256.Create(tolerance * Negligible));
                if (Vector256.EqualsAll(moved.AsInt32(), Vector256<int>.Zero)) continue;
                var curvature = slack[i] + (BiasInput * BiasInput) + _squaredLengths[rows[i]];
                var after = Vector256.ConditionalSelect(moved, Vector256.Max(Vector256<float>.Zero, alpha - (gradient / curvature)), alpha);
                after.CopyTo(before);
                Step(rows[i], (after - alpha) * side, weights);
            }
            if (Vector256.LessThanOrEqualAll(highest - lowest, Vector256.Create(tolerance)))
            {
                if (active == rows.Length) break;
                active = rows.Length; // what was set aside must agree before it is over
                shrinkAbove = Vector256.Create(float.PositiveInfinity);
                continue;
            }
            shrinkAbove = Vector256.ConditionalSelect(
                Vector256.GreaterThan(highest, Vector256<float>.Zero), highest, Vector256.Create(float.PositiveInfinity));
        }
        return weights;
    }

    /// <summary>Which side of each lane's border a row is on, and how far.</summary>
    public Vector256<float> Margins(int row, float[] weights)
    {
        var columns = x.ColumnsOf(row);
        var values = x.ValuesOf(row);
        // Two sums side by side: with one, every addition waits for the one before.
        var even = WeightsOf(x.Columns, weights) * BiasInput;
        var odd = Vector256<float>.Zero;
        var i = 0;
        for (; i <= columns.Length - 2; i += 2)
        {
            even += WeightsOf(columns[i], weights) * values[i];
            odd += WeightsOf(columns[i + 1], weights) * values[i + 1];
        }
        if (i < columns.Length) even += WeightsOf(columns[i], weights) * values[i];
        return even + odd;
    }

    private void Step(int row, Vector256<float> by, float[] weights)
    {
        var columns = x.ColumnsOf(row);
        var values = x.ValuesOf(row);
        for (var i = 0; i < columns.Length; i++) (WeightsOf(columns[i], weights) + (by * values[i])).CopyTo(weights, columns[i] * Lanes);
        (WeightsOf(x.Columns, weights) + (by * BiasInput)).CopyTo(weights, x.Columns * Lanes);
    }

    private static Vector256<float> WeightsOf(int column, float[] weights) => Vector256.Create(weights, column * Lanes);

    private static Vector256<float> Side(int lane) =>
        Vector256.ConditionalSelect(Vector256.Equals(Vector256<int>.Indices, Vector256.Create(lane)).AsSingle(), Vector256<float>.One, -Vector256<float>.One);

    private static float[] SquaredLengths(SparseMatrix x)
    {
        var squared = new float[x.Rows];
        for (var row = 0; row < squared.Length; row++)
        {
            var values = x.ValuesOf(row);
            squared[row] = TensorPrimitives.Dot(values, values);
        }
        return squared;
    }
}
