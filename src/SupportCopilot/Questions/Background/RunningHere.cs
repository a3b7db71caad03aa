using System.Collections.Concurrent;

namespace SupportCopilot.Questions.Background;

/// <summary>The questions that this process works on, so that a cancellation here is felt at once; one in another process sees it at its next look at the row.</summary>
internal sealed class RunningHere
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();

    /// <summary>Enters a question; disposing takes it out.</summary>
    public IDisposable Enter(string id, CancellationTokenSource stop)
    {
        _running[id] = stop;
        return new Entry(this, id);
    }

    public void Cancel(string id)
    {
        if (!_running.TryGetValue(id, out var stop)) return;
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)   // it has just ended
        {
        }
    }

    private sealed class Entry(RunningHere all, string id) : IDisposable
    {
        public void Dispose() => all._running.TryRemove(id, out _);
    }
}
