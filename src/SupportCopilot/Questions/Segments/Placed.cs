using SupportCopilot.Questions.Segments.Columns;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// The rows of one segment that count, each with the place of its groups and its step in one number. A row with several tags
/// stands there once for each. Buffers are kept from one segment to the next; for one thread.
/// </summary>
internal sealed class Placed(SegmentQuery query)
{
    private const int Wall = 25;   // none, and the hours of a day

    private readonly long[] _starts = query.Steps is { } steps ? [.. steps.All.Select(step => UtcMilliseconds.ToMilliseconds(step.Start.ToDateTimeUtc()))] : [];
    private readonly bool _isExpanded = query.Groups.Any(group => group.IsList);
    private readonly Selection _selection = new();
    private long[] _places = [];
    private int[] _expanded = [], _listCodes = [];
    private int _lastStep;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether they are the segment's rows, each once, in their order.</summary>
    public bool IsAll => !_isExpanded && _selection.IsAll;

    /// <summary>The row of each; only where they are not all of them.</summary>
    public ReadOnlySpan<int> Rows => _isExpanded ? _expanded.AsSpan(0, Count) : _selection.Rows;

    /// <summary>The place of each; only where there is more than one place.</summary>
    public ReadOnlySpan<long> Places => Size > 1 ? _places.AsSpan(0, Count) : default;

    /// <summary>There are so many places.</summary>
    public long Size { get; private set; }

    /// <summary>Finds them.</summary>
    /// <param name="view">The segment.</param>
    /// <param name="changed">The tickets that it does not tell of, in the order of their numbers.</param>
    public void Find(SegmentView view, ReadOnlySpan<long> changed)
    {
        _selection.Begin(view.Rows);
        if (changed.Length > 0) _selection.LeaveOut(view[SegmentFields.Id].Wholes().AsSpan(0, view.Rows), changed);
        foreach (var test in query.Tests)
        {
            if (_selection.Count == 0) break;
            test.Keep(view, _selection);
        }

        Count = _selection.Count;
        if (Count == 0) return;
        if (_isExpanded) Expand(view[SegmentFields.Tags].Packed);
        Place(view);
    }

    /// <summary>The place of a group's value among the values of the group, at a place of all; 0 for none.</summary>
    public int CodeAt(SegmentView view, long place, int group)
    {
        place /= Math.Max(1, _starts.Length);
        for (var i = query.Groups.Count - 1; i > group; i--) place /= SizeOf(view, query.Groups[i]);
        return (int)(place % SizeOf(view, query.Groups[group]));
    }

    /// <summary>The value of such a code: a text, a whole number, or null for none.</summary>
    public object? Value(SegmentView view, int group, int code) =>
        code == 0 ? null : query.Groups[group].Wall is null ? view[query.Groups[group].Field].Value(code) : (long)(code - 1);

    /// <summary>How many codes a group has in the segment, that for none among them.</summary>
    public int CodesOf(SegmentView view, int group) => SizeOf(view, query.Groups[group]);

    /// <summary>The key of the step at a place; 0 without steps.</summary>
    public long StepKey(long place) => query.Steps is { } steps ? steps.All[(int)(place % _starts.Length)].Key : 0;

    private void Expand(PackedColumn lists)
    {
        var lengths = lists.ListLengths;
        var codes = lists.ListCodes;
        if (_expanded.Length < codes.Length) (_expanded, _listCodes) = (new int[codes.Length], new int[codes.Length]);
        var (count, at, next) = (0, 0, 0);
        for (var i = 0; i < _selection.Count; i++)
        {
            var row = _selection.IsAll ? i : _selection.Rows[i];
            for (; next < row; next++) at += lengths[next];
            for (var k = 0; k < lengths[next]; k++)
            {
                _listCodes[count] = codes[at + k];
                _expanded[count++] = next;
            }
        }

        Count = count;
    }

    private void Place(SegmentView view)
    {
        Size = 1;
        if (query.Groups.Count == 0 && query.Steps is null || Count == 0) return;
        if (_places.Length < Count) _places = new long[Count];
        Array.Clear(_places, 0, Count);
        foreach (var group in query.Groups) Add(view, group);
        if (query.Steps is null) return;

        var instants = view[query.Clock].Wholes();
        Size *= _starts.Length;
        var places = _places.AsSpan(0, Count);
        var rows = Rows;
        var isAll = IsAll;
        for (var i = 0; i < places.Length; i++) places[i] = places[i] * _starts.Length + StepAt(instants[isAll ? i : rows[i]]);
    }

    private void Add(SegmentView view, SegmentGroup group)
    {
        var places = _places.AsSpan(0, Count);
        if (group.IsList)
        {
            var lists = SizeOf(view, group);
            for (var i = 0; i < places.Length; i++) places[i] = places[i] * lists + _listCodes[i];
            Size *= lists;
            return;
        }

        if (group.Wall is { } wall)
        {
            var (instants, isAll) = (view[group.Field].Wholes(), IsAll);
            var rows = Rows;
            for (var i = 0; i < places.Length; i++) places[i] = places[i] * Wall + wall.Of(instants[isAll ? i : rows[i]]) + 1;
            Size *= Wall;
            return;
        }

        var column = view[group.Field];
        if (column.Packed.Packing is Packing.Bytes) AddCodes(column.Packed.ByteCodes, column.Packed.ValueCount + 1);
        else if (column.Packed.Packing is Packing.Shorts) AddCodes(column.Packed.ShortCodes, column.Packed.ValueCount + 1);
        else if (column.Codes() is var codes) AddCodes<ushort>(codes, column.ValueCount + 1);
    }

    private void AddCodes<T>(ReadOnlySpan<T> codes, int size) where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        var places = _places.AsSpan(0, Count);
        var rows = Rows;
        if (Size == 1 && IsAll) for (var i = 0; i < places.Length; i++) places[i] = int.CreateTruncating(codes[i]);
        else if (IsAll) for (var i = 0; i < places.Length; i++) places[i] = places[i] * size + int.CreateTruncating(codes[i]);
        else for (var i = 0; i < places.Length; i++) places[i] = places[i] * size + int.CreateTruncating(codes[rows[i]]);
        Size *= size;
    }

    private static int SizeOf(SegmentView view, SegmentGroup group) => group.Wall is null ? (group.IsList ? view[group.Field].Packed.ValueCount : view[group.Field].ValueCount) + 1 : Wall;

    /// <summary>The step that an instant falls into, the first for what is earlier: mostly the same as the one before it, else by halving.</summary>
    private int StepAt(long instant)
    {
        if (instant >= _starts[_lastStep] && (_lastStep == _starts.Length - 1 || instant < _starts[_lastStep + 1])) return _lastStep;
        var found = Array.BinarySearch(_starts, instant);
        return _lastStep = Math.Max(0, found >= 0 ? found : ~found - 1);
    }
}
