namespace SupportCopilot.Learning.Numerics;

/// <summary>A vector of which only the entries that are not zero are kept, columns ascending.</summary>
internal readonly record struct SparseVector(int[] Columns, float[] Values);

/// <summary>Compressed sparse rows in flat arrays: 8 bytes an entry.</summary>
internal sealed class SparseMatrix(int columns, int[] rowStarts, int[] entries, float[] values)
{
    public int Rows => rowStarts.Length - 1;

    public int Columns => columns;

    public ReadOnlySpan<int> ColumnsOf(int row) => entries.AsSpan(rowStarts[row], rowStarts[row + 1] - rowStarts[row]);

    public ReadOnlySpan<float> ValuesOf(int row) => values.AsSpan(rowStarts[row], rowStarts[row + 1] - rowStarts[row]);

    /// <summary>The chosen rows, in the order given.</summary>
    public SparseMatrix Take(ReadOnlySpan<int> rows)
    {
        var builder = new SparseMatrixBuilder(rows.Length, columns);
        foreach (var row in rows) builder.Add(ColumnsOf(row), ValuesOf(row));
        return builder.Build();
    }
}

/// <summary>Collects rows; after the first ones it guesses how much room the rest will need.</summary>
internal sealed class SparseMatrixBuilder(int rows, int columns)
{
    private const double Slack = 1.1;
    private readonly int[] _starts = new int[rows + 1];
    private int[] _entries = [];
    private float[] _values = [];
    private int _row;

    public void Add(ReadOnlySpan<SparseVector> vectors)
    {
        foreach (var vector in vectors) Add(vector.Columns, vector.Values);
    }

    public void Add(ReadOnlySpan<int> entries, ReadOnlySpan<float> values)
    {
        var start = _starts[_row];
        var end = start + entries.Length;
        if (end > _entries.Length) Grow(end);
        entries.CopyTo(_entries.AsSpan(start));
        values.CopyTo(_values.AsSpan(start));
        _starts[++_row] = end;
    }

    public SparseMatrix Build() => new(columns, _starts, _entries, _values);

    private void Grow(int needed)
    {
        const int firstRows = 1_000;
        var guess = _row < firstRows ? needed * 2L : (long)((double)needed / (_row + 1) * rows * Slack);
        var room = (int)Math.Min(Math.Max(guess, needed + (needed / 8L)), Array.MaxLength);
        Array.Resize(ref _entries, room);
        Array.Resize(ref _values, room);
    }
}
