namespace SupportCopilot.Questions.Running.Tallying;

/// <summary>The five newest of the tickets it was shown, each once; of two with one creation the one with the higher number is the newer.</summary>
internal sealed class NewestTickets
{
    public const int Most = 5;

    private readonly (long CreatedAt, long Id)[] _newest = new (long, long)[Most];
    private int _count;

    public void Add(long createdAt, long id)
    {
        if (_count == Most && (createdAt, id).CompareTo(_newest[Most - 1]) <= 0) return;
        for (var i = 0; i < _count; i++) if (_newest[i] == (createdAt, id)) return;
        if (_count < Most) _count++;
        var at = _count - 1;
        for (; at > 0 && (createdAt, id).CompareTo(_newest[at - 1]) > 0; at--) _newest[at] = _newest[at - 1];
        _newest[at] = (createdAt, id);
    }

    public void Add(NewestTickets other)
    {
        for (var i = 0; i < other._count; i++) Add(other._newest[i].CreatedAt, other._newest[i].Id);
    }

    /// <summary>Their numbers, the newest first.</summary>
    public List<long> ToList() => [.. _newest.Take(_count).Select(mark => mark.Id)];
}
