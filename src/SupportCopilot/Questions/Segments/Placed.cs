using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// The rows of one segment that count, each with the place of its groups and its step in one number. A row with several tags
/// stands there once for each. Buffers are kept from one segment to the next; for one thread.
/// </summary>
internal sealed class Placed(SegmentQuery query)
{
    private readonly long[] _starts = query.Steps is { } steps ? [.. steps.All.Select(step => UtcMilliseconds.ToMilliseconds(step.Start.ToDateTimeUtc()))] : [];
    private int[] _rows = [], _expanded = [], _listCodes = [];
    private int _lastStep;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The row of each.</summary>
    public int[] Rows { get; private set; } = [];

    /// <summary>The place of each; all in the first where there are neither groups nor steps.</summary>
    public long[] Places { get; private set; } = [];

    /// <summary>There are so many places.</summary>
    public long Size { get; private set; }

    /// <summary>Finds them.</summary>
    /// <param name="view">The segment.</param>
    /// <param name="changed">The tickets that it does not tell of.</param>
    public void Find(SegmentView view, IReadOnlyCollection<long> changed)
    {
        Count = Remaining(view, changed);
        foreach (var test in query.Tests)
        {
            if (Count == 0) return;
            Count = test.Keep(view, _rows, Count);
        }

        Rows = _rows;
        if (query.Groups.Any(group => group.IsList)) Expand(view[SegmentFields.Tags]);
        Place(view);
    }

    /// <summary>The value of a group at a place: a text, a whole number, or null for none.</summary>
    public object? Key(SegmentView view, long place, int group)
    {
        place /= Math.Max(1, _starts.Length);
        for (var i = query.Groups.Count - 1; i > group; i--) place /= SizeOf(view, query.Groups[i]);
        var code = (int)(place % SizeOf(view, query.Groups[group]));
        return code == 0 ? null : query.Groups[group].Wall is null ? view[query.Groups[group].Field].Values[code - 1] : (long)(code - 1);
    }

    /// <summary>The key of the step at a place; 0 without steps.</summary>
    public long StepKey(long place) => query.Steps is { } steps ? steps.All[(int)(place % _starts.Length)].Key : 0;

    private int Remaining(SegmentView view, IReadOnlyCollection<long> changed)
    {
        if (_rows.Length < view.Rows) _rows = new int[view.Rows];
        if (changed.Count == 0)
        {
            for (var row = 0; row < view.Rows; row++) _rows[row] = row;
            return view.Rows;
        }

        var (ids, count) = (view[SegmentFields.Id].Wholes(), 0);
        for (var row = 0; row < view.Rows; row++)
        {
            _rows[count] = row;
            if (!changed.Contains(ids[row])) count++;
        }

        return count;
    }

    private void Expand(Column lists)
    {
        var lengths = lists.ListLengths;
        var codes = lists.ListCodes;
        if (_expanded.Length < codes.Length) (_expanded, _listCodes) = (new int[codes.Length], new int[codes.Length]);
        var (count, at, next) = (0, 0, 0);
        for (var i = 0; i < Count; i++)
        {
            for (; next < _rows[i]; next++) at += lengths[next];
            for (var k = 0; k < lengths[next]; k++)
            {
                _listCodes[count] = codes[at + k];
                _expanded[count++] = next;
            }
        }

        (Count, Rows) = (count, _expanded);
    }

    private void Place(SegmentView view)
    {
        Size = 1;
        if (query.Groups.Count == 0 && query.Steps is null) return;
        if (Places.Length < Count) Places = new long[Count];
        Array.Clear(Places, 0, Count);
        foreach (var group in query.Groups) Add(view, group);
        if (query.Steps is null) return;

        var instants = view[query.Clock].Wholes();
        Size *= _starts.Length;
        for (var i = 0; i < Count; i++) Places[i] = Places[i] * _starts.Length + StepAt(instants[Rows[i]]);
    }

    private void Add(SegmentView view, SegmentGroup group)
    {
        if (group.IsList)
        {
            var lists = SizeOf(view, group);
            for (var i = 0; i < Count; i++) Places[i] = Places[i] * lists + _listCodes[i];
            Size *= lists;
            return;
        }

        if (group.Wall is { } wall)
        {
            var instants = view[group.Field].Wholes();
            for (var i = 0; i < Count; i++) Places[i] = Places[i] * Wall + wall.Of(instants[Rows[i]]) + 1;
            Size *= Wall;
            return;
        }

        var codes = view[group.Field].Codes();   // first, because it may be what makes the values
        var size = SizeOf(view, group);
        for (var i = 0; i < Count; i++) Places[i] = Places[i] * size + codes[Rows[i]];
        Size *= size;
    }

    private const int Wall = 25;   // none, and the hours of a day

    private static int SizeOf(SegmentView view, SegmentGroup group) => group.Wall is null ? view[group.Field].Values.Count + 1 : Wall;

    /// <summary>The step that an instant falls into, the first for what is earlier: mostly the same as the one before it, else by halving.</summary>
    private int StepAt(long instant)
    {
        if (instant >= _starts[_lastStep] && (_lastStep == _starts.Length - 1 || instant < _starts[_lastStep + 1])) return _lastStep;
        var found = Array.BinarySearch(_starts, instant);
        return _lastStep = Math.Max(0, found >= 0 ? found : ~found - 1);
    }
}
