using SupportCopilot.Questions.Segments.Columns;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// The rows of one segment that are still in the running, in their order. As long as none has dropped out no list of them is
/// written. A few tenths of a nanosecond to a few nanoseconds for each row; for one thread.
/// </summary>
internal sealed class Selection
{
    private int[] _rows = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether they are all rows of the segment.</summary>
    public bool IsAll { get; private set; }

    /// <summary>The rows; only where they are not all of them.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>Begins with so many rows.</summary>
    public void Begin(int rows)
    {
        if (_rows.Length < rows) _rows = new int[rows];
        (Count, IsAll) = (rows, true);
    }

    /// <summary>Leaves out some tickets, by their numbers in ascending order, as the column of numbers is.</summary>
    public void LeaveOut(ReadOnlySpan<long> ids, ReadOnlySpan<long> gone)
    {
        var (count, from) = (0, 0);
        foreach (var id in gone)
        {
            var at = ids.BinarySearch(id);
            if (at < 0) continue;
            for (; from < at; from++) _rows[count++] = from;
            from = at + 1;
        }

        if (from == 0) return;
        for (; from < ids.Length; from++) _rows[count++] = from;
        (Count, IsAll) = (count, false);
    }

    /// <summary>Keeps none.</summary>
    public void Clear() => (Count, IsAll) = (0, false);

    /// <summary>Keeps the rows whose code passes.</summary>
    /// <param name="column">A column with codes.</param>
    /// <param name="pass">1 for each code that passes, else 0.</param>
    public void ByCode(PackedColumn column, ReadOnlySpan<byte> pass)
    {
        if (!pass.Contains((byte)0)) return;
        if (!pass.Contains((byte)1)) Clear();
        else if (column.Packing is Packing.Bytes) By<byte, PassesByCode>(column.ByteCodes, pass, default);
        else By<ushort, PassesByCode>(column.ShortCodes, pass, default);
    }

    /// <summary>Keeps the rows whose offset is at least one and less than another.</summary>
    public void ByOffset(ReadOnlySpan<uint> offsets, uint least, uint below) => By<uint, PassesByOffset>(offsets, default, new PassesByOffset(least, below - least));

    /// <summary>Keeps the rows whose value passes.</summary>
    public void ByValue<T>(ReadOnlySpan<T> values, Func<T, bool> passes)
    {
        var kept = 0;
        if (IsAll)
        {
            for (var row = 0; row < Count; row++)
            {
                _rows[kept] = row;
                if (passes(values[row])) kept++;
            }
        }
        else
        {
            for (var i = 0; i < Count; i++)
            {
                var row = _rows[i];
                _rows[kept] = row;
                if (passes(values[row])) kept++;
            }
        }

        End(kept);
    }

    /// <summary>Keeps the rows that pass, by their number.</summary>
    public void ByRow<TTest>(ref TTest test) where TTest : struct, IRowPasses, allows ref struct
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            var row = IsAll ? i : _rows[i];
            _rows[kept] = row;
            if (test.Passes(row)) kept++;
        }

        End(kept);
    }

    // Without a jump: which rows pass cannot be foretold, and a jump that was foretold wrongly costs more than all the rest.
    private void By<T, TTest>(ReadOnlySpan<T> values, ReadOnlySpan<byte> table, TTest test) where T : unmanaged where TTest : struct, IValuePasses<T>
    {
        var (kept, rows) = (0, _rows);
        if (IsAll)
        {
            for (var row = 0; row < values.Length; row++)
            {
                rows[kept] = row;
                kept += test.Passes(values[row], table);
            }
        }
        else
        {
            for (var i = 0; i < Count; i++)
            {
                var row = rows[i];
                rows[kept] = row;
                kept += test.Passes(values[row], table);
            }
        }

        End(kept);
    }

    private void End(int kept) => (Count, IsAll) = (kept, IsAll && kept == Count);

    private interface IValuePasses<T>
    {
        int Passes(T value, ReadOnlySpan<byte> table);
    }

    private readonly struct PassesByCode : IValuePasses<byte>, IValuePasses<ushort>
    {
        public int Passes(byte value, ReadOnlySpan<byte> table) => table[value];

        public int Passes(ushort value, ReadOnlySpan<byte> table) => table[value];
    }

    private readonly struct PassesByOffset(uint least, uint length) : IValuePasses<uint>
    {
        public int Passes(uint value, ReadOnlySpan<byte> table) => value - least < length ? 1 : 0;
    }
}

/// <summary>Says of a row whether it passes.</summary>
internal interface IRowPasses
{
    bool Passes(int row);
}
