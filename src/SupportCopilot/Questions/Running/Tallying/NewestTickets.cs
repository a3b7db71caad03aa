namespace SupportCopilot.Questions.Running.Tallying;

/// <summary>
/// The five newest of the tickets it was shown, each once; of two with one creation the one with the higher number is the
/// newer. Rows mostly come oldest first, so that each one is the newest yet: that way is the short one.
/// </summary>
internal sealed class NewestTickets
{
    public const int Most = 5;

    private long[] _createdAt = [], _ids = [];   // oldest first; none as long as nobody shows any, for there is one of this to each group and step
    private int _count;

    public void Add(long createdAt, long id)
    {
        if (_count == Most && IsOlder(createdAt, id, 0)) return;
        if (_ids.Length == 0) (_createdAt, _ids) = (new long[Most], new long[Most]);
        var at = _count;
        while (at > 0 && IsOlder(createdAt, id, at - 1)) at--;
        if (at > 0 && _ids[at - 1] == id && _createdAt[at - 1] == createdAt) return;
        if (_count < Most)
        {
            for (var i = _count++; i > at; i--) (_createdAt[i], _ids[i]) = (_createdAt[i - 1], _ids[i - 1]);
        }
        else
        {
            at--;
            for (var i = 0; i < at; i++) (_createdAt[i], _ids[i]) = (_createdAt[i + 1], _ids[i + 1]);
        }
        (_createdAt[at], _ids[at]) = (createdAt, id);
    }

    /// <summary>Whether it has as many as it takes, all of them created later than that.</summary>
    public bool IsNewerThan(long createdAt) => _count == Most && _createdAt[0] > createdAt;

    public void Add(NewestTickets other)
    {
        for (var i = 0; i < other._count; i++) Add(other._createdAt[i], other._ids[i]);
    }

    /// <summary>Their numbers, the newest first.</summary>
    public List<long> ToList() => [.. _ids.Take(_count).Reverse()];

    private bool IsOlder(long createdAt, long id, int than) => createdAt < _createdAt[than] || createdAt == _createdAt[than] && id < _ids[than];
}
