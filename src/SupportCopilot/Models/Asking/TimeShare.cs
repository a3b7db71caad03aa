namespace SupportCopilot.Models.Asking;

/// <summary>The time that one server of several may take while somebody waits: half of what is left, so that there is some for the next; all of it for the last.</summary>
internal sealed class TimeShare : IDisposable
{
    private readonly CancellationTokenSource? _time;
    private readonly CancellationTokenSource? _either;
    private readonly CancellationToken _caller;
    private readonly TimeProvider? _clock;
    private readonly long _start;
    private readonly TimeSpan _all;

    /// <param name="left">What is left; null where nobody waits.</param>
    /// <param name="isLast">Whether no other can be asked after it.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="caller">Cancels everything.</param>
    public TimeShare(TimeSpan? left, bool isLast, TimeProvider clock, CancellationToken caller)
    {
        _caller = caller;
        if (left is not { } time) return;
        if (time < TimeSpan.Zero) time = TimeSpan.Zero;   // the one before took all there was
        _time = new CancellationTokenSource(isLast ? time : time / 2, clock);
        (_clock, _start, _all) = (clock, clock.GetTimestamp(), time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, caller);
    }

    /// <summary>Gives this server all that is left: nobody else will be asked.</summary>
    public void TakeAll()
    {
        if (_clock is null || _time!.IsCancellationRequested) return;
        var left = _all - _clock.GetElapsedTime(_start);
        _time.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    public CancellationToken Token => _either?.Token ?? _caller;

    /// <summary>Whether the time was up, and not the caller gone.</summary>
    public bool IsUp => _time?.IsCancellationRequested is true && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _either?.Dispose();
        _time?.Dispose();
    }
}
