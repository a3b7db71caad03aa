namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>A clock that stands still until it is turned; its timers go off on the way, in their order.</summary>
internal sealed class TurnedClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = now;

    public TurnedClock() : this(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)) { }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Turns it forward, with a moment for what each timer sets off.</summary>
    public async Task TurnAsync(TimeSpan by)
    {
        var to = GetUtcNow() + by;
        while (true)
        {
            Timer? due;
            lock (_gate)
            {
                due = _timers.Where(timer => timer.Due <= to).MinBy(timer => timer.Due);
                _now = due is null ? to : due.Due!.Value > _now ? due.Due.Value : _now;
                due?.Arm();
            }

            due?.Fire();
            await Settle();
            if (due is null) return;
        }
    }

    /// <summary>Turns it until something has come about, for at most so long.</summary>
    public async Task<T> TurnUntilAsync<T>(Task<T> task, TimeSpan atMost, TimeSpan? step = null)
    {
        var end = GetUtcNow() + atMost;
        while (!task.IsCompleted && GetUtcNow() < end) await TurnAsync(step ?? TimeSpan.FromMilliseconds(250));
        return await task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>Lets what was set off come to rest, also on a machine that has much else to do: else time would run ahead of the work.</summary>
    private static async Task Settle()
    {
        const int Hops = 12;   // from a timer to the next wait it is at most so many
        const int Longest = 400;
        for (var (quiet, tries) = (0, 0); quiet < Hops && tries < Longest; tries++)
        {
            await Task.Run(static () => { });
            quiet = ThreadPool.PendingWorkItemCount == 0 ? quiet + 1 : 0;
        }
    }

    private sealed class Timer(TurnedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                if (Due is not null) clock._timers.Add(this);
            }

            return true;
        }

        /// <summary>Sets it for its next time, before it goes off.</summary>
        public void Arm()
        {
            clock._timers.Remove(this);
            Due = _period > TimeSpan.Zero ? Due + _period : null;
            if (Due is not null) clock._timers.Add(this);
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
