namespace ZendeskSimulator.Webhooks;

/// <summary>
/// Stops calling a webhook that fails too often: 70 % of at least a hundred tries, or a thousand failures, within five minutes.
/// It pauses, then lets one through; whatever happens meanwhile is never told.
/// </summary>
internal sealed class Breaker(TimeProvider clock)
{
    private const double MostFailing = 0.7;
    private const int FewestTries = 100;
    private const int MostFailures = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Queue<(DateTimeOffset At, bool IsFailure)> _tries = new();
    private int _failures;
    private DateTimeOffset? _openUntil;

    /// <summary>How often it has opened.</summary>
    public int Trips { get; private set; }

    public bool LetsThrough() => _openUntil is not { } until || clock.GetUtcNow() >= until;

    public void Note(bool isFailure)
    {
        var now = clock.GetUtcNow();
        if (_openUntil is not null)
        {
            // The one that was let through decides.
            if (isFailure) _openUntil = now + Pause;
            else Close();
            return;
        }
        _tries.Enqueue((now, isFailure));
        if (isFailure) _failures++;
        while (_tries.TryPeek(out var oldest) && oldest.At < now - Window)
        {
            _tries.Dequeue();
            if (oldest.IsFailure) _failures--;
        }
        if (_failures < MostFailures && (_tries.Count < FewestTries || _failures < MostFailing * _tries.Count)) return;
        Trips++;
        _openUntil = now + Pause;
    }

    private void Close()
    {
        _openUntil = null;
        _tries.Clear();
        _failures = 0;
    }
}
