namespace SupportCopilot.Zendesk.Client.Limits;

/// <summary>
/// One limit: at most so many requests in any stretch of so long (a sliding-window log), which holds whichever way the
/// other side lays its windows. People may use all of it at any moment; the other lanes are spread out evenly (a generic
/// cell rate algorithm) and leave the last of it to people. What the other side says is left holds above all this.
/// Asking costs O(1) beside the log's expiry; it remembers one instant per request of the window.
/// </summary>
internal sealed class Budget(int? assumed, TimeSpan window, double burst)
{
    // A request may be counted later than it left, and the next one sooner: by this share the window is kept longer.
    private const double Margin = 0.01;
    private const double ForPeople = 0.01;
    private const double CatchUp = 0.02;   // of the window, but no more than two turns
    private const int ManyEnoughToShare = 100;   // below it a single one kept back would cost the others more than that share

    private readonly InstantLog _sent = new();
    private readonly TimeSpan _window = window * (1 + Margin);
    private readonly int? _assumed = assumed;
    private int? _limit = assumed;
    private long _last;   // the number of the youngest request
    private DateTimeOffset _paused = DateTimeOffset.UnixEpoch;
    private DateTimeOffset _spread = DateTimeOffset.UnixEpoch;   // when the next one would leave, if all left evenly
    private (long Number, long Left, DateTimeOffset Until)? _said;

    /// <summary>How many there are per window; null without limit.</summary>
    public int? Limit => _limit;

    /// <summary>The first instant, not before <paramref name="now"/>, at which one more request of the lane may leave.</summary>
    public DateTimeOffset Next(DateTimeOffset now, Lane lane)
    {
        var at = _paused > now ? _paused : now;
        if (_limit is not { } limit) return at;
        var reserve = lane is Lane.Person ? 0 : Reserve(limit);

        _sent.Forget(now - _window);
        var allowed = Math.Max(1, limit - reserve);
        if (_sent.Count >= allowed && _sent[_sent.Count - allowed] + _window is var free && free > at) at = free;
        if (lane is not Lane.Person && _spread - Credit is var turn && turn > at) at = turn;
        if (_said is { } said && said.Until > at && said.Left <= reserve) at = said.Until;
        return at;
    }

    /// <summary>Counts a request that leaves now.</summary>
    /// <returns>Its number, to be given back with its answer.</returns>
    public long Take(DateTimeOffset now)
    {
        if (_limit is { } limit)
        {
            // Who was held up by a full window has saved nothing by it, else a burst would come back with every window; but
            // for what a timer, or a turn under another limit, came late, else each such moment would be lost for good.
            var interval = _window / Math.Max(1, limit - Reserve(limit));
            var saved = now + Credit - (interval < _window * CatchUp / 2 ? 2 * interval : _window * CatchUp);
            if (_sent.Count >= limit - Reserve(limit) - 1 && _spread < saved) _spread = saved;
            _spread = (_spread > now ? _spread : now) + interval;
        }

        if (_said is { } said) _said = said with { Left = said.Left - 1 };
        if (_limit is not null) _sent.Add(now);   // without limit nothing would ever ask to forget
        return ++_last;
    }

    /// <summary>Takes in what an answer says: the limit, and how much of it was left when this request was counted.</summary>
    public void Learn(long number, LimitReading reading, DateTimeOffset now)
    {
        _limit = reading.Limit ?? _limit;
        if (reading.Remaining is not { } remaining || reading.Reset is not { } reset || number < _said?.Number) return;
        _said = (number, remaining - (_last - number), now + reset);   // what left since may or may not be in it
    }

    /// <summary>The other side says nothing of limits at all: then none is assumed, until it refuses.</summary>
    public void AssumeNone() => _limit = null;

    /// <summary>Nothing leaves before then; what leaves after is spread out at once.</summary>
    public void Pause(DateTimeOffset until)
    {
        _limit ??= _assumed;
        if (until > _paused) _paused = until;
        if (until + Credit is var spent && spent > _spread) _spread = spent;
    }

    /// <summary>Whether nothing was sent within the window, and nothing is paused.</summary>
    public bool IsIdle(DateTimeOffset now)
    {
        _sent.Forget(now - _window);
        return _sent.Count == 0 && _paused <= now;
    }

    /// <summary>How far ahead of an even spread a burst may be.</summary>
    private TimeSpan Credit => _window * burst;

    private static int Reserve(int limit) => limit < ManyEnoughToShare ? 0 : (int)Math.Ceiling(limit * ForPeople);
}
