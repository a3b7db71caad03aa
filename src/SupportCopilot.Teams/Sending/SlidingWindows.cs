namespace SupportCopilot.Teams.Sending;

/// <summary>
/// At most so many sends in any stretch of so long, for several stretches at once (a sliding-window log). Asking costs O(number of windows);
/// it remembers as many instants as its largest window counts.
/// </summary>
internal sealed class SlidingWindows(params (int Most, TimeSpan Within)[] windows)
{
    private readonly DateTimeOffset[] _sent = new DateTimeOffset[windows.Max(w => w.Most)];
    private long _count;

    /// <summary>The last instant that was given.</summary>
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The first instant, not before <paramref name="now"/>, at which one more send stays within every window.</summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        var at = now > Last ? now : Last;
        foreach (var (most, within) in windows)
            if (_count >= most && _sent[(_count - most) % _sent.Length] + within is var free && free > at) at = free;
        return at;
    }

    /// <summary>Takes an instant that <see cref="Next"/> gave.</summary>
    public void Take(DateTimeOffset at)
    {
        _sent[_count++ % _sent.Length] = at;
        Last = at;
    }
}
