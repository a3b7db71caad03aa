using SupportCopilot.Questions.Segments.Columns;

namespace SupportCopilot.Questions.Segments;

/// <summary>Has, or has not, one of some tags; without tags to look for: has any at all.</summary>
internal sealed class IsTagged(IReadOnlySet<string>? wanted, bool negated) : RowTest
{
    public override void Keep(SegmentView view, Selection rows)
    {
        var column = view[SegmentFields.Tags].Packed;
        var pass = new byte[column.ValueCount + 1];
        for (var code = 1; code < pass.Length; code++) pass[code] = wanted is null || wanted.Contains(column.Text(code)) ? (byte)1 : (byte)0;
        if (!pass.Contains((byte)1))
        {
            if (!negated) rows.Clear();
            return;
        }

        var test = new Test(column, pass, negated);
        rows.ByRow(ref test);
    }

    private ref struct Test(PackedColumn column, byte[] pass, bool negated) : IRowPasses
    {
        private readonly ReadOnlySpan<ushort> _lengths = column.ListLengths, _codes = column.ListCodes;
        private int _at, _next;

        public bool Passes(int row)
        {
            for (; _next < row; _next++) _at += _lengths[_next];
            foreach (var code in _codes.Slice(_at, _lengths[row]))
                if (pass[code] == 1) return !negated;
            return negated;
        }
    }
}
