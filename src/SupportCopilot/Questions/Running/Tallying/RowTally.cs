using System.Runtime.InteropServices;
using System.Text;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Running.Tallying;

/// <summary>
/// Adds up rows as the statement's own GROUP BY would, and from the one pass gives the figures of groups and steps, of
/// groups alone, of steps alone and of everything. Linear in the rows; percentiles and distinct counts keep the values.
/// </summary>
/// <param name="measure">What is added up.</param>
/// <param name="shape">The columns of the rows.</param>
/// <param name="steps">The steps that the rows' instants fall into; null without a trend.</param>
/// <param name="isMany">Whether a ticket may stand in several rows.</param>
internal sealed class RowTally(Measure measure, RowShape shape, Buckets? steps = null, bool isMany = false) : IRowSink, ITicketsBehind
{
    private readonly StepFinder? _steps = steps is null ? null : new StepFinder(steps);
    private readonly Aggregate _over = measure.Over;
    private readonly List<object?> _keys = [null];   // code 0 is «none»
    private readonly Dictionary<long, int> _numbers = [];
    private readonly Dictionary<ulong, int> _texts = [];
    private readonly List<byte[]?> _bytes = [null];
    private readonly Dictionary<(int, int, long), TallyCell> _cells = [];
    private (int, int, long) _lastPlace;
    private TallyCell? _last;

    public int CodeOf(long number)
    {
        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, number, out var isKnown);
        return isKnown ? code : code = Keep(number, null);
    }

    public int CodeOf(ReadOnlySpan<byte> utf8)
    {
        var hash = 14695981039346656037UL;   // FNV-1a; a text that meets another's hash takes the next one
        foreach (var b in utf8) hash = (hash ^ b) * 1099511628211UL;
        for (; ; hash++)
        {
            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, hash, out var isKnown);
            if (!isKnown) return code = Keep(Encoding.UTF8.GetString(utf8), utf8.ToArray());
            if (utf8.SequenceEqual(_bytes[code])) return code;
        }
    }

    /// <summary>Where rows of a group and step are added up, for somebody who found out both.</summary>
    /// <param name="first">The code of the first group; 0 for none.</param>
    /// <param name="second">The code of the second group; 0 for none.</param>
    /// <param name="step">The key of the step; 0 without one.</param>
    public TallyCell CellAt(int first, int second, long step)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, (first, second, step), out _);
        return cell ??= new TallyCell(_over, isMany);
    }

    public void Add(int first, int second, long step, double value, long createdAt, long id)
    {
        var place = (first, second, _steps?.KeyAt(step) ?? step);
        if (_last is null || place != _lastPlace)
        {
            _last = CellAt(place.first, place.second, place.Item3);
            _lastPlace = place;
        }
        _last.Add(value, createdAt, id);
    }

    /// <inheritdoc/>
    public Task<(List<long> Newest, long Tickets)> BehindAsync(IReadOnlyCollection<GroupKey>? groups, IReadOnlyCollection<long>? steps)
    {
        var (newest, tickets) = NewestOf(groups, steps);
        return Task.FromResult((newest.ToList(), tickets));
    }

    /// <inheritdoc cref="BehindAsync"/>
    public (NewestTickets Newest, long Tickets) NewestOf(IReadOnlyCollection<GroupKey>? groups, IReadOnlyCollection<long>? steps)
    {
        var (wanted, all) = (groups?.ToHashSet(), new TallyCell(Aggregate.Count, isMany));
        foreach (var (place, cell) in _cells)
            if ((wanted is null || wanted.Contains(Group(place.Item1, place.Item2))) && (steps is null || steps.Contains(place.Item3))) all.Add(cell);
        return (all.Newest, isMany ? new HashSet<long>(all.Ids!).Count : all.Rows);
    }

    /// <summary>Each group at each step that any row is in; at most so many, those with the largest values.</summary>
    public List<Figure> Figures(int most) => Cut(_cells.Select(pair => FigureOf(Group(pair.Key.Item1, pair.Key.Item2), shape.HasStep ? pair.Key.Item3 : null, pair.Value)), most);

    /// <summary>Each group over all steps.</summary>
    public List<Figure> PerGroup(int most) => Cut(_cells.GroupBy(pair => (pair.Key.Item1, pair.Key.Item2), pair => pair.Value).Select(same => FigureOf(Group(same.Key.Item1, same.Key.Item2), null, Merged(same))), most);

    /// <summary>Each step over all groups.</summary>
    public List<Figure> PerStep() => [.. _cells.GroupBy(pair => pair.Key.Item3, pair => pair.Value).Select(same => FigureOf(new GroupKey([]), same.Key, Merged(same)))];

    /// <summary>All rows together.</summary>
    public Figure Total() => FigureOf(new GroupKey([]), null, Merged(_cells.Values));

    /// <summary>Takes over what another tally of the same statement counted in another part of the rows.</summary>
    public void TakeOver(RowTally other)
    {
        var codes = new int[other._keys.Count];
        for (var i = 1; i < codes.Length; i++) codes[i] = other._bytes[i] is { } text ? CodeOf(text) : CodeOf((long)other._keys[i]!);
        foreach (var (place, cell) in other._cells)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, (codes[place.Item1], codes[place.Item2], place.Item3), out var isKnown);
            if (isKnown) mine!.Add(cell);
            else mine = cell;
        }
    }

    private int Keep(object key, byte[]? text)
    {
        _keys.Add(key);
        _bytes.Add(text);
        return _keys.Count - 1;
    }

    private GroupKey Group(int first, int second) => new(shape.Groups switch { 0 => [], 1 => [_keys[first]], _ => [_keys[first], _keys[second]] });

    private TallyCell Merged(IEnumerable<TallyCell> cells)
    {
        var all = new TallyCell(_over, false);
        foreach (var cell in cells) all.Add(cell);
        return all;
    }

    private Figure FigureOf(GroupKey group, long? step, TallyCell cell) => new(group, step, ValueOf(cell), cell.Rows);

    private double? ValueOf(TallyCell cell) => measure.Over switch
    {
        Aggregate.Sum => cell.Rows == 0 ? null : cell.Sum,
        Aggregate.Average => cell.Rows == 0 ? null : cell.Sum / cell.Rows,
        Aggregate.Share when shape.HasValue => cell.Rows == 0 ? null : cell.Sum / cell.Rows,
        Aggregate.Percentile => cell.Rows == 0 ? null : cell.Values!.Percentile(measure.Percentile),
        Aggregate.Distinct => cell.Values!.Distinct(),
        _ => cell.Rows,
    };

    private static List<Figure> Cut(IEnumerable<Figure> figures, int most)
    {
        List<Figure> all = [.. figures];
        if (all.Count <= most) return all;
        all.Sort((a, b) => Nullable.Compare(b.Value, a.Value));
        return all.GetRange(0, most);
    }
}
