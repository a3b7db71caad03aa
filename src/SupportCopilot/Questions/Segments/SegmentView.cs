using SupportCopilot.Questions.Segments.Columns;

namespace SupportCopilot.Questions.Segments;

/// <summary>One segment after the other, of which only the columns are read that somebody looks at. For one thread.</summary>
internal sealed class SegmentView(Func<SegmentHead, int, PackedColumn> read)
{
    private readonly Column?[] _columns = new Column?[SegmentFields.Count];
    private readonly bool[] _isRead = new bool[SegmentFields.Count];
    private SegmentHead _segment = new(0, 0, 0, 0, 0);

    /// <summary>How many tickets the segment has.</summary>
    public int Rows => _segment.Rows;

    public void Open(SegmentHead segment)
    {
        _segment = segment;
        Array.Clear(_isRead);
    }

    public Column this[int field]
    {
        get
        {
            var column = _columns[field] ??= new Column();
            if (_isRead[field]) return column;
            column.Take(read(_segment, field));
            _isRead[field] = true;
            return column;
        }
    }
}
