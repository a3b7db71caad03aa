using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Segments.Columns;

namespace SupportCopilot.Questions.Segments;

/// <summary>Takes the rows of a segment's tickets, then their tags, both by the tickets' numbers, and packs them.</summary>
internal sealed class PackSegment
{
    private static readonly int[] ClockFields = [.. new[] { Clocks.Created, Clocks.Solved, Clocks.Updated }.Select(clock => SegmentFields.Find(Clocks.Column(clock))!.Value)];

    private static readonly int LastClockField = ClockFields.Max();

    private readonly PackColumn[] _columns = [.. Enumerable.Range(0, SegmentFields.Count).Select(field => new PackColumn(isList: field == SegmentFields.Tags))];
    private readonly PackColumn[] _ofTickets;
    private readonly (long? First, long? Last)[] _reach = new (long?, long?)[ClockFields.Length];
    private int _tagRow = -1;
    private bool _isTagged;

    public PackSegment() => (Tickets, Tags, _ofTickets) = (new TicketSink(this), new TagSink(this), [.. _columns.Where((_, field) => field != SegmentFields.Tags)]);

    /// <summary>The numbers of the tickets taken.</summary>
    public List<long> Ids { get; } = [];

    /// <summary>Takes the rows, whose first column is the number.</summary>
    public IValueSink Tickets { get; }

    /// <summary>Takes the tags, each with the number of its ticket first.</summary>
    public IValueSink Tags { get; }

    public (Segment Segment, IReadOnlyList<byte[]> Columns) Finish(int tenantId, int number, long firstId)
    {
        for (_tagRow++; _tagRow < Ids.Count; _tagRow++) _columns[SegmentFields.Tags].Begin();
        var segment = new Segment
        {
            TenantId = tenantId,
            Number = number,
            FirstId = firstId,
            Rows = Ids.Count,
            Shape = SegmentFields.Shape,
            Stamp = Random.Shared.NextInt64(1, long.MaxValue),   // two of one segment are alike once in 2⁶³ times
            CreatedFrom = _reach[0].First,
            CreatedTo = _reach[0].Last,
            SolvedFrom = _reach[1].First,
            SolvedTo = _reach[1].Last,
            UpdatedFrom = _reach[2].First,
            UpdatedTo = _reach[2].Last,
        };
        return (segment, [.. _columns.Select(column => column.Pack())]);
    }

    // The second column of the statement is the third of the segment, whose second are the tags.
    private static int FieldOf(int column) => column == 0 ? SegmentFields.Id : column + 1;

    private sealed class TicketSink(PackSegment pack) : IValueSink
    {
        public void Begin()
        {
            foreach (var column in pack._ofTickets) column.Begin();
        }

        public void Take(int column, long whole)
        {
            var field = FieldOf(column);
            pack._columns[field].Set(whole);
            if (column == 0) pack.Ids.Add(whole);
            if (field > LastClockField) return;
            for (var i = 0; i < ClockFields.Length; i++)
                if (ClockFields[i] == field) pack._reach[i] = (Math.Min(pack._reach[i].First ?? whole, whole), Math.Max(pack._reach[i].Last ?? whole, whole));
        }

        public void Take(int column, double real) => pack._columns[FieldOf(column)].Set(real);

        public void Take(int column, ReadOnlySpan<byte> utf8) => pack._columns[FieldOf(column)].Set(utf8);
    }

    private sealed class TagSink(PackSegment pack) : IValueSink
    {
        public void Begin()
        {
        }

        public void Take(int column, long whole)
        {
            while (pack._tagRow < pack.Ids.Count && (pack._tagRow < 0 || pack.Ids[pack._tagRow] < whole))
                if (++pack._tagRow < pack.Ids.Count) pack._columns[SegmentFields.Tags].Begin();
            pack._isTagged = pack._tagRow < pack.Ids.Count && pack.Ids[pack._tagRow] == whole;   // a deleted ticket's tags are left out
        }

        public void Take(int column, double real) => throw new NotSupportedException("A tag is a text.");

        public void Take(int column, ReadOnlySpan<byte> utf8)
        {
            if (pack._isTagged) pack._columns[SegmentFields.Tags].Set(utf8);
        }
    }
}
