using SupportCopilot.Questions.Segments.Columns;

namespace SupportCopilot.Questions.Segments;

/// <summary>A demand on the rows of a segment, as the statement has it in words: true or false, never unknown. Threads share it.</summary>
internal abstract class RowTest
{
    /// <summary>Keeps those that pass.</summary>
    public abstract void Keep(SegmentView view, Selection rows);

    /// <summary>Keeps the rows whose code passes, of a column that is coded.</summary>
    protected static void ByCode(PackedColumn column, Func<int, bool> passes, bool noneDoes, Selection rows)
    {
        Span<byte> pass = column.ValueCount < 512 ? stackalloc byte[column.ValueCount + 1] : new byte[column.ValueCount + 1];
        pass[0] = noneDoes ? (byte)1 : (byte)0;
        for (var code = 1; code < pass.Length; code++) pass[code] = passes(code) ? (byte)1 : (byte)0;
        rows.ByCode(column, pass);
    }
}

/// <summary>Has, or has not, one of some texts. What has none is not one of them.</summary>
internal sealed class IsOneOfTexts(int field, IReadOnlySet<string> wanted, bool negated) : RowTest
{
    public override void Keep(SegmentView view, Selection rows)
    {
        var column = view[field].Packed;
        ByCode(column, code => wanted.Contains(column.Text(code)) != negated, negated, rows);
    }
}

/// <summary>Has, or has not, one of some whole numbers. What has none is not one of them.</summary>
internal sealed class IsOneOfNumbers(int field, IReadOnlySet<long> wanted, bool negated) : RowTest
{
    public override void Keep(SegmentView view, Selection rows)
    {
        var column = view[field];
        if (column.Packed.IsCoded) ByCode(column.Packed, code => wanted.Contains(column.Packed.Number(code)) != negated, negated, rows);
        else rows.ByValue<long>(column.Wholes(), number => wanted.Contains(number) != negated);
    }
}

/// <summary>Has a value at all, or none.</summary>
internal sealed class HasValue(int field, bool wanted) : RowTest
{
    public override void Keep(SegmentView view, Selection rows)
    {
        var column = view[field].Packed;
        if (column.IsCoded) ByCode(column, _ => wanted, !wanted, rows);
        else if (column.Packing is Packing.Raw) rows.ByValue<long>(column.Raw, number => number != PackedColumn.None == wanted);
        else if (!column.HasNone && wanted) return;
        else if (!column.HasNone) rows.Clear();
        else if (wanted) rows.ByOffset(column.Offsets, 1, uint.MaxValue);
        else rows.ByOffset(column.Offsets, 0, 1);
    }
}

/// <summary>The instant lies within a period.</summary>
internal sealed class IsWithin(int field, long from, long to) : RowTest
{
    public override void Keep(SegmentView view, Selection rows)
    {
        var column = view[field].Packed;
        if (column.IsCoded) ByCode(column, code => column.Number(code) is var at && at >= from && at < to, false, rows);
        else if (column.Packing is Packing.Raw) rows.ByValue<long>(column.Raw, at => at >= from && at < to && at != PackedColumn.None);
        else
        {
            var (least, below) = (column.OffsetFrom(from), column.OffsetFrom(to));
            if (least >= below || least > column.MostOffset || below <= column.LeastOffset) rows.Clear();
            else if (least <= column.LeastOffset && below > column.MostOffset && !column.HasNone) return;
            else rows.ByOffset(column.Offsets, least, below);
        }
    }
}

/// <summary>The instant lies within one of some periods, or within none of them. What has none lies within none.</summary>
internal sealed class IsWithinAny(int field, IReadOnlyList<(long From, long To)> spans, bool negated) : RowTest
{
    public override void Keep(SegmentView view, Selection rows) => rows.ByValue<long>(view[field].Wholes(), at => IsIn(at) != negated);

    private bool IsIn(long at)
    {
        if (at == PackedColumn.None) return false;
        foreach (var (from, to) in spans)
            if (at >= from && at < to) return true;
        return false;
    }
}

/// <summary>The number compares so with others.</summary>
internal sealed class Compares(int field, string op, double[] bounds) : RowTest
{
    public override void Keep(SegmentView view, Selection rows)
    {
        var column = view[field];
        if (column.Packed.IsCoded) ByCode(column.Packed, code => Passes(column.Packed.Real(column.Packed.Number(code)), op, bounds), Passes(double.NaN, op, bounds), rows);
        else rows.ByValue<double>(column.Reals(), value => Passes(value, op, bounds));
    }

    /// <summary>Nothing compares with none of the numbers, but for being different.</summary>
    public static bool Passes(double value, string op, double[] bounds) => op switch
    {
        "is" => Array.IndexOf(bounds, value) >= 0 && !double.IsNaN(value),
        "isNot" => double.IsNaN(value) || Array.IndexOf(bounds, value) < 0,
        "atLeast" => value >= bounds[0],
        "atMost" => value <= bounds[0],
        "moreThan" => value > bounds[0],
        _ => value < bounds[0],
    };
}

/// <summary>The age at an instant, in whole minutes, compares so with others.</summary>
internal sealed class ComparesAge(int created, long at, string op, double[] bounds) : RowTest
{
    private const long Minute = 60_000;

    public override void Keep(SegmentView view, Selection rows) =>
        rows.ByValue<long>(view[created].Wholes(), came => Compares.Passes(came == PackedColumn.None ? double.NaN : (at - came) / Minute, op, bounds));
}

/// <summary>Falls on some days of the week, or some hours of the day, by the zone's clock.</summary>
internal sealed class IsAtTimeOf(int clock, WallClock wall, IReadOnlySet<long> wanted, bool negated) : RowTest
{
    private readonly bool[] _passes = [.. Enumerable.Range(0, 24).Select(time => wanted.Contains(time) != negated)];

    public override void Keep(SegmentView view, Selection rows) =>
        rows.ByValue<long>(view[clock].Wholes(), at => at == PackedColumn.None ? negated : _passes[wall.Of(at)]);
}

/// <summary>Something holds of when a ticket came, when it was solved, and whether it is done.</summary>
internal sealed class ByLife(int created, int solved, int done, ByLife.Holds holds) : RowTest
{
    /// <summary>Whether it holds; an instant that there is not is <see cref="PackedColumn.None"/>.</summary>
    public delegate bool Holds(long created, long solved, bool isDone);

    public override void Keep(SegmentView view, Selection rows)
    {
        var test = new Test(view[created].Wholes(), view[solved].Wholes(), view[done].Wholes(), holds);
        rows.ByRow(ref test);
    }

    private readonly struct Test(long[] from, long[] to, long[] isDone, Holds holds) : IRowPasses
    {
        public bool Passes(int row) => holds(from[row], to[row], isDone[row] == 1);
    }
}
