using System.Collections.Concurrent;

namespace SupportCopilot.Storage;

/// <summary>
/// What is read of a tenant's rows seldom and asked for often. When its time is up one caller reads it anew while the others
/// go on with what is kept: a hundred sidebars that open in that moment would else all walk through the same tickets at once.
/// </summary>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="time">For how long.</param>
internal sealed class KeptForAWhile<T>(TimeSpan time) where T : class
{
    private readonly ConcurrentDictionary<int, Entry> _kept = new();

    /// <summary>What is kept for a tenant, read where there is nothing fresh.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="clock">The time.</param>
    /// <param name="read">Reads it; called by one at a time.</param>
    /// <param name="ct">Cancels the wait or the reading of this caller.</param>
    public async Task<T> OfAsync(int tenantId, TimeProvider clock, Func<CancellationToken, Task<T>> read, CancellationToken ct)
    {
        var entry = _kept.GetOrAdd(tenantId, _ => new Entry());
        if (entry.Fresh(clock.GetUtcNow()) is { } fresh) return fresh;

        var old = entry.Value;
        if (!await entry.Turn.WaitAsync(old is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct)) return old!;
        try
        {
            if (entry.Fresh(clock.GetUtcNow()) is { } readMeanwhile) return readMeanwhile;
            return entry.Keep(await read(ct), clock.GetUtcNow() + time);
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    private sealed class Entry
    {
        private volatile Kept? _kept;

        public SemaphoreSlim Turn { get; } = new(1, 1);   // never disposed: nobody asks for its handle, and it lives as long as the program

        public T? Value => _kept?.Value;

        public T? Fresh(DateTimeOffset now) => _kept is { } kept && now < kept.Until ? kept.Value : null;

        public T Keep(T value, DateTimeOffset until)
        {
            _kept = new Kept(value, until);
            return value;
        }
    }

    private sealed record Kept(T Value, DateTimeOffset Until);
}
