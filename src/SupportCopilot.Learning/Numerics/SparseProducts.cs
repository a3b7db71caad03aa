using System.Numerics.Tensors;

namespace SupportCopilot.Learning.Numerics;

/// <summary>Products of a sparse and a dense matrix.</summary>
internal static class SparseProducts
{
    private const int Stripe = 32; // columns per piece of work: two cache lines, and independent of the number of threads

    /// <summary>Fills <paramref name="product"/> with X · B, in parallel over rows. Cost: entries of X · columns of B.</summary>
    public static void Times(SparseMatrix x, DenseMatrix b, DenseMatrix product, ParallelOptions parallel) =>
        Parallel.For(0, x.Rows, parallel, row =>
        {
            var columns = x.ColumnsOf(row);
            var values = x.ValuesOf(row);
            var to = product.Row(row);
            to.Clear();
            for (var i = 0; i < columns.Length; i++) TensorPrimitives.MultiplyAdd(b.Row(columns[i]), values[i], to, to);
        });

    /// <summary>Fills <paramref name="product"/> with Xᵀ · B, in parallel over stripes of B's columns, so that no two threads write to one place and no transpose is kept. Cost: entries of X · columns of B.</summary>
    public static void TransposedTimes(SparseMatrix x, DenseMatrix b, DenseMatrix product, ParallelOptions parallel)
    {
        product.Clear();
        var stripes = (b.Columns + Stripe - 1) / Stripe;
        Parallel.For(0, stripes, parallel, stripe =>
        {
            var start = stripe * Stripe;
            var width = Math.Min(Stripe, b.Columns - start);
            for (var row = 0; row < x.Rows; row++)
            {
                var columns = x.ColumnsOf(row);
                var values = x.ValuesOf(row);
                var from = b.Row(row).Slice(start, width);
                for (var i = 0; i < columns.Length; i++)
                {
                    var to = product.Row(columns[i]).Slice(start, width);
                    TensorPrimitives.MultiplyAdd(from, values[i], to, to);
                }
            }
        });
    }
}
