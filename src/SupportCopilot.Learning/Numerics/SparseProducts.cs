using System.Numerics.Tensors;

namespace SupportCopilot.Learning.Numerics;

/// <summary>Products of a sparse and a dense matrix.</summary>
internal static class SparseProducts
{
    private const int Stripe = 32; // columns per piece of work: two cache lines, and independent of the number of threads

    /// <summary>X · B, in parallel over rows. Cost: entries of X · columns of B.</summary>
    public static DenseMatrix Times(SparseMatrix x, DenseMatrix b, ParallelOptions parallel)
    {
        var product = new DenseMatrix(x.Rows, b.Columns);
        Parallel.For(0, x.Rows, parallel, row =>
        {
            var columns = x.ColumnsOf(row);
            var values = x.ValuesOf(row);
            var to = product.Row(row);
            for (var i = 0; i < columns.Length; i++) TensorPrimitives.MultiplyAdd(b.Row(columns[i]), values[i], to, to);
        });
        return product;
    }

    /// <summary>Xᵀ · B, in parallel over stripes of B's columns, so that no two threads write to one place and no transpose is kept. Cost: entries of X · columns of B.</summary>
    public static DenseMatrix TransposedTimes(SparseMatrix x, DenseMatrix b, ParallelOptions parallel)
    {
        var product = new DenseMatrix(x.Columns, b.Columns);
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
        return product;
    }
}
