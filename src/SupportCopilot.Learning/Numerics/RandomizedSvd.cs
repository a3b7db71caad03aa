namespace SupportCopilot.Learning.Numerics;

/// <summary>The leading right singular vectors and singular values of a sparse matrix.</summary>
/// <param name="Vectors">Column count of the matrix × rank, one row per column of the matrix.</param>
/// <param name="Values">Singular values, largest first.</param>
internal sealed record SingularVectors(DenseMatrix Vectors, double[] Values);

/// <summary>
/// Randomized subspace iteration (Halko, Martinsson and Tropp, «Finding structure with randomness», 2011, algorithm 4.4)
/// on XᵀX, so that only the right singular vectors, all that embedding needs, are ever made.
/// </summary>
/// <remarks>
/// Cost: (iterations + 1) · 2 · entries · (rank + oversampling), plus (rows + columns) · (rank + oversampling)².
/// Memory: (rows + 2 · columns) · (rank + oversampling) floats. Every sum has a fixed order, so the result does not
/// depend on the number of threads.
/// </remarks>
internal static class RandomizedSvd
{
    private const int Oversampling = 16; // Halko et al. advise 5–10; a few more round the width to whole SIMD registers
    private const int Iterations = 3; // TF-IDF's singular values fall slowly, so one more than the two that usually do

    public static SingularVectors Compute(SparseMatrix x, int rank, int seed, IProgress<double>? progress, ParallelOptions parallel)
    {
        var width = Math.Min(Math.Min(x.Rows, x.Columns), rank + Oversampling);
        var q = Orthonormal(DenseMatrix.Random(x.Columns, width, seed), parallel);
        var y = new DenseMatrix(x.Rows, q.Columns);
        var next = new DenseMatrix(x.Columns, q.Columns);
        for (var i = 0; i < Iterations; i++)
        {
            (y, next) = (Fitting(y, q), Fitting(next, q));
            SparseProducts.Times(x, q, y, parallel);
            SparseProducts.TransposedTimes(x, y, next, parallel);
            (q, next) = (Orthonormal(next, parallel), q);
            progress?.Report((i + 1.0) / (Iterations + 1));
        }
        y = Fitting(y, q);
        SparseProducts.Times(x, q, y, parallel);
        var spectrum = Spectrum.Of(DenseProducts.Gram(y, parallel));
        var kept = Math.Min(rank, spectrum.Significant);
        var vectors = DenseProducts.Multiply(q, spectrum.Vectors(kept), parallel);
        progress?.Report(1);
        return new SingularVectors(vectors, [.. spectrum.Values.Take(kept).Select(Math.Sqrt)]);
    }

    // The large buffers serve every iteration; only where directions were dropped are they made anew, and smaller.
    private static DenseMatrix Fitting(DenseMatrix buffer, DenseMatrix q) =>
        buffer.Columns == q.Columns ? buffer : new DenseMatrix(buffer.Rows, q.Columns);

    /// <summary>
    /// An orthonormal basis of the columns' span by the eigenvectors of their Gram matrix, done twice because the first
    /// loses half the digits (the reason for CholeskyQR2, Fukaya et al. 2014); directions of no weight are dropped.
    /// </summary>
    private static DenseMatrix Orthonormal(DenseMatrix a, ParallelOptions parallel)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            var spectrum = Spectrum.Of(DenseProducts.Gram(a, parallel));
            a = DenseProducts.Multiply(a, spectrum.Whitening(), parallel);
        }
        return a;
    }
}
