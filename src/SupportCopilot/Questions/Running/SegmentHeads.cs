using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Segments;

namespace SupportCopilot.Questions.Running;

/// <summary>Takes the rows of <see cref="SegmentSql.Heads"/>.</summary>
internal sealed class SegmentHeads : IValueSink
{
    private readonly List<long?[]> _rows = [];

    public void Begin() => _rows.Add(new long?[SegmentSql.HeadColumns]);

    public void Take(int column, long whole) => _rows[^1][column] = whole;

    public void Take(int column, double real) => throw new NotSupportedException("A segment's head has whole numbers.");

    public void Take(int column, ReadOnlySpan<byte> utf8) => throw new NotSupportedException("A segment's head has whole numbers.");

    public List<SegmentHead> ToList() => _rows.ConvertAll(row => new SegmentHead((int)(row[0] ?? 0), row[1] ?? 0, (int)(row[2] ?? 0), row[3] ?? 0, row[10] ?? 0)
    {
        Reach = [(row[4], row[5]), (row[6], row[7]), (row[8], row[9])],
    });
}

/// <summary>Takes whole numbers, one of each row.</summary>
internal sealed class WholeNumbers : IValueSink
{
    public List<long> All { get; } = [];

    public void Begin()
    {
    }

    public void Take(int column, long whole) => All.Add(whole);

    public void Take(int column, double real) => throw new NotSupportedException("Whole numbers were asked for.");

    public void Take(int column, ReadOnlySpan<byte> utf8) => throw new NotSupportedException("Whole numbers were asked for.");
}
