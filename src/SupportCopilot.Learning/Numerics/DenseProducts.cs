using System.Numerics.Tensors;

namespace SupportCopilot.Learning.Numerics;

/// <summary>Products of tall dense matrices, in parallel over fixed blocks of rows so that rounding never depends on the threads.</summary>
internal static class DenseProducts
{
    private const int Block = 2_048;

    /// <summary>AᵀA, summed in double. Cost: rows · columns² / 2.</summary>
    public static double[,] Gram(DenseMatrix a, ParallelOptions parallel)
    {
        var blocks = (a.Rows + Block - 1) / Block;
        var partial = new double[blocks][];
        Parallel.For(0, blocks, parallel, block => partial[block] = GramOfBlock(a, block * Block, Math.Min(a.Rows, (block + 1) * Block)));
        var gram = new double[a.Columns, a.Columns];
        foreach (var sum in partial)
            for (var i = 0; i < a.Columns; i++)
                for (var j = i; j < a.Columns; j++) gram[i, j] += sum[(i * a.Columns) + j];
        for (var i = 0; i < a.Columns; i++)
            for (var j = 0; j < i; j++) gram[i, j] = gram[j, i];
        return gram;
    }

    /// <summary>A · B for a small B, in A's own place where the shape stays. Cost: rows · columns of A · columns of B.</summary>
    public static DenseMatrix Multiply(DenseMatrix a, float[,] b, ParallelOptions parallel)
    {
        var width = b.GetLength(1);
        var rowsOfB = new float[b.GetLength(0)][];
        for (var i = 0; i < rowsOfB.Length; i++)
        {
            rowsOfB[i] = new float[width];
            for (var j = 0; j < width; j++) rowsOfB[i][j] = b[i, j];
        }
        var product = width == a.Columns ? a : new DenseMatrix(a.Rows, width);
        Parallel.For(0, a.Rows, parallel, () => new float[width], (row, _, sum) =>
        {
            Array.Clear(sum);
            var from = a.Row(row);
            for (var i = 0; i < from.Length; i++)
                if (from[i] != 0) TensorPrimitives.MultiplyAdd(rowsOfB[i], from[i], sum, sum);
            sum.CopyTo(product.Row(row));
            return sum;
        }, _ => { });
        return product;
    }

    private static double[] GramOfBlock(DenseMatrix a, int from, int to)
    {
        var width = a.Columns;
        var sum = new double[width * width];
        var row = new double[width];
        for (var r = from; r < to; r++)
        {
            TensorPrimitives.ConvertTruncating<float, double>(a.Row(r), row);
            for (var i = 0; i < width; i++)
            {
                var into = sum.AsSpan((i * width) + i, width - i);
                if (row[i] != 0) TensorPrimitives.MultiplyAdd(row.AsSpan(i), row[i], into, into);
            }
        }
        return sum;
    }
}
