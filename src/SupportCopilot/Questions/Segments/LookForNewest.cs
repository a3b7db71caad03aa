using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running.Tallying;

namespace SupportCopilot.Questions.Segments;

/// <summary>Looks for the newest tickets of some groups and steps, one segment after the other; for one thread.</summary>
internal sealed class LookForNewest(SegmentQuery query, IReadOnlySet<GroupKey>? groups, IReadOnlySet<long>? steps)
{
    private static readonly int Created = SegmentFields.Find(Clocks.Column(Clocks.Created))!.Value;

    private readonly Placed _placed = new(query);
    private readonly Dictionary<long, bool> _isWanted = [];

    public NewestTickets Newest { get; } = new();

    /// <summary>How many different tickets there were.</summary>
    public long Tickets { get; private set; }

    /// <summary>Looks through a segment.</summary>
    /// <param name="view">The segment.</param>
    /// <param name="changed">The tickets that it does not tell of, in the order of their numbers.</param>
    public void Add(SegmentView view, ReadOnlySpan<long> changed)
    {
        _placed.Find(view, changed);
        if (_placed.Count == 0) return;
        _isWanted.Clear();
        var (created, ids) = (view[Created].Wholes(), view[SegmentFields.Id].Wholes());
        var rows = _placed.Rows;
        var places = _placed.Places;
        var (isAll, hasPlaces) = (_placed.IsAll, _placed.Size > 1);
        var last = -1;
        for (var i = 0; i < _placed.Count; i++)
        {
            var row = isAll ? i : rows[i];
            if (row == last || !IsWanted(view, hasPlaces ? places[i] : 0)) continue;   // a ticket's tags follow one another
            last = row;
            Tickets++;
            Newest.Add(created[row], ids[row]);
        }
    }

    private bool IsWanted(SegmentView view, long place)
    {
        if (groups is null && steps is null) return true;
        if (_isWanted.TryGetValue(place, out var known)) return known;
        var key = new GroupKey([.. query.Groups.Select((_, group) => _placed.Value(view, group, _placed.CodeAt(view, place, group)))]);
        return _isWanted[place] = (groups is null || groups.Contains(key)) && (steps is null || steps.Contains(_placed.StepKey(place)));
    }
}
