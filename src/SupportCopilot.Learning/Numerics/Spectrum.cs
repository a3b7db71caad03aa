using MathNet.Numerics.LinearAlgebra;

namespace SupportCopilot.Learning.Numerics;

/// <summary>Eigenvalues (largest first, none below zero) and eigenvectors of a symmetric matrix. Cost: n³.</summary>
internal sealed class Spectrum
{
    private const double Nothing = 1e-10; // of the largest eigenvalue: below it stands rounding, not a direction

    private readonly Matrix<double> _vectors;

    private Spectrum(double[] values, Matrix<double> vectors)
    {
        Values = values;
        _vectors = vectors;
    }

    public double[] Values { get; }

    public int Significant => Values.Count(v => v > 0 && v > Values[0] * Nothing);

    public static Spectrum Of(double[,] symmetric)
    {
        var n = symmetric.GetLength(0);
        if (n == 0) return new Spectrum([], Matrix<double>.Build.Dense(1, 1));
        var eigen = Matrix<double>.Build.DenseOfArray(symmetric).Evd(Symmetricity.Symmetric);
        var values = new double[n];
        for (var i = 0; i < n; i++) values[i] = Math.Max(0, eigen.EigenValues[n - 1 - i].Real);
        return new Spectrum(values, eigen.EigenVectors);
    }

    /// <summary>The first eigenvectors as columns, each with its largest entry positive, so that a sign never differs between runs.</summary>
    public float[,] Vectors(int count)
    {
        var vectors = new float[_vectors.RowCount, count];
        for (var j = 0; j < count; j++)
        {
            var column = _vectors.Column(_vectors.ColumnCount - 1 - j);
            var sign = Math.Sign(column[column.AbsoluteMaximumIndex()]);
            for (var i = 0; i < column.Count; i++) vectors[i, j] = (float)(sign * column[i]);
        }
        return vectors;
    }

    /// <summary>What makes columns with this Gram matrix orthonormal: eigenvectors over the roots of their eigenvalues.</summary>
    public float[,] Whitening()
    {
        var vectors = Vectors(Significant);
        for (var j = 0; j < vectors.GetLength(1); j++)
        {
            var scale = 1 / Math.Sqrt(Values[j]);
            for (var i = 0; i < vectors.GetLength(0); i++) vectors[i, j] = (float)(vectors[i, j] * scale);
        }
        return vectors;
    }
}
