namespace SupportCopilot.Learning.Numerics;

/// <summary>Rows of floats one after another.</summary>
internal sealed class DenseMatrix(int rows, int columns)
{
    private readonly float[] _values = new float[(long)rows * columns];

    public int Rows => rows;

    public int Columns => columns;

    public Span<float> Row(int row) => _values.AsSpan(row * columns, columns);

    public void Clear() => Array.Clear(_values);

    /// <summary>Normally distributed entries, always the same for a seed.</summary>
    public static DenseMatrix Random(int rows, int columns, int seed)
    {
        var matrix = new DenseMatrix(rows, columns);
        var random = new Random(seed);
        for (var i = 0; i < matrix._values.Length; i++)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())); // Box and Muller 1958
            matrix._values[i] = (float)(radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
        return matrix;
    }
}
