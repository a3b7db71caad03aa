namespace SupportCopilot.Questions.Segments;

/// <summary>A demand on the rows of a segment, as the statement has it in words: true or false, never unknown.</summary>
internal abstract class RowTest
{
    /// <summary>Keeps those that pass, in their order.</summary>
    /// <param name="view">The segment.</param>
    /// <param name="rows">The rows asked about; those that pass are moved to the front.</param>
    /// <param name="count">How many are asked about.</param>
    /// <returns>How many passed.</returns>
    public abstract int Keep(SegmentView view, int[] rows, int count);

    /// <summary>Keeps the rows whose code passes.</summary>
    protected static int ByCode(Column column, Func<object, bool> passes, bool noneDoes, int[] rows, int count)
    {
        var codes = column.Codes();   // first, because it may be what makes the values
        var pass = new bool[column.Values.Count + 1];
        pass[0] = noneDoes;
        for (var i = 1; i < pass.Length; i++) pass[i] = passes(column.Values[i - 1]);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var row = rows[i];
            rows[kept] = row;
            if (pass[codes[row]]) kept++;
        }

        return kept;
    }
}

/// <summary>Has, or has not, one of some values. What has none is not one of them.</summary>
internal sealed class IsOneOf(int field, IReadOnlySet<object> wanted, bool negated) : RowTest
{
    public override int Keep(SegmentView view, int[] rows, int count) => ByCode(view[field], value => wanted.Contains(value) != negated, negated, rows, count);
}

/// <summary>Has a value at all, or none.</summary>
internal sealed class HasValue(int field, bool wanted) : RowTest
{
    public override int Keep(SegmentView view, int[] rows, int count)
    {
        var values = view[field] is { } column && column.IsCoded ? null : view[field].Wholes();
        if (values is null) return ByCode(view[field], _ => wanted, !wanted, rows, count);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var row = rows[i];
            rows[kept] = row;
            if (values[row] != Column.None == wanted) kept++;
        }

        return kept;
    }
}

/// <summary>The instant lies within a period.</summary>
internal sealed class IsWithin(int field, long from, long to) : RowTest
{
    public override int Keep(SegmentView view, int[] rows, int count)
    {
        var values = view[field].Wholes();
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var (row, at) = (rows[i], values[rows[i]]);
            rows[kept] = row;
            if (at >= from && at < to && at != Column.None) kept++;
        }

        return kept;
    }
}

/// <summary>The number compares so with others.</summary>
internal sealed class Compares(int field, string op, double[] bounds) : RowTest
{
    public override int Keep(SegmentView view, int[] rows, int count)
    {
        var values = view[field].Reals();
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var row = rows[i];
            rows[kept] = row;
            if (Passes(values[row])) kept++;
        }

        return kept;
    }

    // Nothing compares with none of the numbers, but for being different.
    private bool Passes(double value) => op switch
    {
        "is" => Array.IndexOf(bounds, value) >= 0 && !double.IsNaN(value),
        "isNot" => double.IsNaN(value) || Array.IndexOf(bounds, value) < 0,
        "atLeast" => value >= bounds[0],
        "atMost" => value <= bounds[0],
        "moreThan" => value > bounds[0],
        _ => value < bounds[0],
    };
}

/// <summary>Has, or has not, one of some tags; without tags to look for: has any at all.</summary>
internal sealed class IsTagged(IReadOnlySet<string>? wanted, bool negated) : RowTest
{
    public override int Keep(SegmentView view, int[] rows, int count)
    {
        var column = view[SegmentFields.Tags];
        var lengths = column.ListLengths;
        var codes = column.ListCodes;
        var pass = new bool[column.Values.Count + 1];
        for (var i = 1; i < pass.Length; i++) pass[i] = wanted is null || wanted.Contains((string)column.Values[i - 1]);
        var (kept, at, next) = (0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            var row = rows[i];
            for (; next < row; next++) at += lengths[next];
            var has = false;
            for (var k = 0; k < lengths[row] && !has; k++) has = pass[codes[at + k]];
            rows[kept] = row;
            if (has != negated) kept++;
        }

        return kept;
    }
}

/// <summary>Falls on some days of the week, or some hours of the day, by the zone's clock.</summary>
internal sealed class IsAtTimeOf(int clock, WallClock wall, IReadOnlySet<long> wanted, bool negated) : RowTest
{
    public override int Keep(SegmentView view, int[] rows, int count)
    {
        var values = view[clock].Wholes();
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var (row, at) = (rows[i], values[rows[i]]);
            rows[kept] = row;
            if (at == Column.None ? negated : wanted.Contains(wall.Of(at)) != negated) kept++;
        }

        return kept;
    }
}

/// <summary>Something holds of when a ticket came, when it was solved, and whether it is done.</summary>
internal sealed class ByLife(int created, int solved, int done, ByLife.Holds holds) : RowTest
{
    /// <summary>Whether it holds; an instant that there is not is <see cref="Column.None"/>.</summary>
    public delegate bool Holds(long created, long solved, bool isDone);

    public override int Keep(SegmentView view, int[] rows, int count)
    {
        var (from, to, isDone) = (view[created].Wholes(), view[solved].Wholes(), view[done].Wholes());
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var row = rows[i];
            rows[kept] = row;
            if (holds(from[row], to[row], isDone[row] == 1)) kept++;
        }

        return kept;
    }
}
