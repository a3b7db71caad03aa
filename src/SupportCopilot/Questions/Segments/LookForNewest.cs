using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running.Tallying;

namespace SupportCopilot.Questions.Segments;

/// <summary>Looks for the newest tickets of some groups and steps, one segment after the other.</summary>
internal sealed class LookForNewest(SegmentQuery query, IReadOnlySet<GroupKey>? groups, IReadOnlySet<long>? steps)
{
    private static readonly int Created = SegmentFields.Find(Clocks.Column(Clocks.Created))!.Value;

    private readonly Placed _placed = new(query);
    private readonly Dictionary<long, bool> _isWanted = [];

    public NewestTickets Newest { get; } = new();

    /// <summary>How many different tickets there were.</summary>
    public long Tickets { get; private set; }

    public void Add(SegmentView view, IReadOnlyCollection<long> changed)
    {
        _placed.Find(view, changed);
        if (_placed.Count == 0) return;
        _isWanted.Clear();
        var (created, ids) = (view[Created].Wholes(), view[SegmentFields.Id].Wholes());
        var last = -1;
        for (var i = 0; i < _placed.Count; i++)
        {
            var row = _placed.Rows[i];
            if (row == last || !IsWanted(view, i)) continue;   // a ticket's tags follow one another
            last = row;
            Tickets++;
            Newest.Add(created[row], ids[row]);
        }
    }

    private bool IsWanted(SegmentView view, int i)
    {
        if (groups is null && steps is null) return true;
        var place = _placed.Size == 1 ? 0 : _placed.Places[i];
        if (_isWanted.TryGetValue(place, out var known)) return known;
        var key = new GroupKey([.. query.Groups.Select((_, group) => _placed.Key(view, place, group))]);
        return _isWanted[place] = (groups is null || groups.Contains(key)) && (steps is null || steps.Contains(_placed.StepKey(place)));
    }
}
