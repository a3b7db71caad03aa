namespace SupportCopilot.Zendesk.Client.Limits;

/// <summary>Instants in their order, oldest first; a ring that grows with need.</summary>
internal sealed class InstantLog
{
    private long[] _ticks = new long[16];
    private int _first;

    /// <summary>How many are remembered.</summary>
    public int Count { get; private set; }

    /// <summary>The one at that place, from the oldest.</summary>
    public DateTimeOffset this[int place] => new(_ticks[(_first + place) & (_ticks.Length - 1)], TimeSpan.Zero);

    /// <summary>Adds one.</summary>
    public void Add(DateTimeOffset instant)
    {
        if (Count == _ticks.Length) Grow();
        _ticks[(_first + Count++) & (_ticks.Length - 1)] = instant.UtcTicks;
    }

    /// <summary>Drops those up to an instant.</summary>
    public void Forget(DateTimeOffset upTo)
    {
        while (Count > 0 && _ticks[_first] <= upTo.UtcTicks)
        {
            _first = (_first + 1) & (_ticks.Length - 1);
            Count--;
        }
    }

    private void Grow()
    {
        var larger = new long[_ticks.Length * 2];   // always a power of two, so that a mask takes the place of a division
        for (var i = 0; i < Count; i++) larger[i] = _ticks[(_first + i) & (_ticks.Length - 1)];
        (_ticks, _first) = (larger, 0);
    }
}
