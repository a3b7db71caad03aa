using SupportCopilot.Questions.Segments.Columns;

namespace SupportCopilot.Questions.Segments;

/// <summary>Was open at an instant: created before it, and not done or solved at it or later.</summary>
internal sealed class IsOpenAt(int created, int solved, int done, long at) : RowTest
{
    public override void Keep(SegmentView view, Selection rows)
    {
        var (came, went, isDone) = (view[created].Packed, view[solved].Packed, view[done].Packed);
        if (came.Packing is Packing.Offsets && went.Packing is Packing.Offsets && isDone.Packing is Packing.Bytes && rows.IsAll)
        {
            var test = new ByOffsets(came, went, isDone, at);
            rows.ByRow(ref test);
            return;
        }

        var any = new ByValues(view[created].Wholes(), view[solved].Wholes(), view[done].Wholes(), at);
        rows.ByRow(ref any);
    }

    /// <summary>By what is stored, without spreading out three columns: questions about the past of a desk look at all of its tickets.</summary>
    private readonly ref struct ByOffsets : IRowPasses
    {
        private readonly ReadOnlySpan<uint> _created, _solved;
        private readonly ReadOnlySpan<byte> _done;
        private readonly uint _before, _from;
        private readonly int _doneCode;

        public ByOffsets(PackedColumn created, PackedColumn solved, PackedColumn done, long at)
        {
            _created = created.Offsets;
            _solved = solved.Offsets;
            _done = done.ByteCodes;
            (_before, _from, _doneCode) = (created.OffsetFrom(at) - 1, solved.OffsetFrom(at), -1);
            for (var code = 1; code <= done.ValueCount; code++)
                if (done.Number(code) == 1) _doneCode = code;
        }

        // An offset is 0 where there is no instant: one less is beyond all others then, and 0 itself is before all.
        public bool Passes(int row) => _created[row] - 1 < _before & (_done[row] != _doneCode | _solved[row] >= _from);
    }

    private readonly struct ByValues(long[] created, long[] solved, long[] done, long at) : IRowPasses
    {
        public bool Passes(int row) => created[row] != PackedColumn.None && created[row] < at && (done[row] != 1 || solved[row] >= at);
    }
}
