namespace SupportCopilot.ModelServers.Asking;

/// <summary>
/// Keeps to so much a minute: the generic cell rate algorithm (ITU-T I.371), which needs one instant of memory and tells each
/// caller how long to wait. A tenth of a minute's worth may come at once.
/// </summary>
internal sealed class Pace(int perMinute, TimeProvider clock)
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(6);

    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.UnixEpoch;

    /// <summary>How long a call that came now would wait.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (_lock) return WaitAt(clock.GetUtcNow());
        }
    }

    /// <summary>Takes a place for so much, unless that would be later than the caller can wait.</summary>
    /// <returns>How long to wait; <paramref name="isTaken"/> false when it is too long.</returns>
    public TimeSpan Take(long amount, TimeSpan most, out bool isTaken)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var wait = WaitAt(now);
            if (isTaken = wait <= most) _next = Later(_next, now) + Worth(amount);
            return wait;
        }
    }

    /// <summary>Puts right what was taken by an estimate.</summary>
    public void Correct(long more)
    {
        lock (_lock) _next += Worth(more);
    }

    private TimeSpan WaitAt(DateTimeOffset now) => Later(_next - AtOnce, now) - now;

    private TimeSpan Worth(long amount) => TimeSpan.FromMinutes((double)amount / perMinute);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
