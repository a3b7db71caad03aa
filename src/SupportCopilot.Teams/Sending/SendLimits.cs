namespace SupportCopilot.Teams.Sending;

/// <summary>Keeps what Teams allows a bot to send, by waiting: what goes over is answered 429, and again and again then.</summary>
internal sealed class SendLimits(TimeProvider clock)
{
    private const int ManyConversations = 10_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SlidingWindows> _conversations = [];
    private readonly SlidingWindows _all = new((30, TimeSpan.FromSeconds(1)));   // of the app in a tenant; one process serves few, and shares it between them

    /// <summary>Waits for this send's turn.</summary>
    /// <param name="conversation">Where it goes.</param>
    /// <param name="longest">How long it may wait at most.</param>
    /// <param name="ct">Cancels the wait; the turn is taken even so.</param>
    /// <returns>False, at once, where the wait would be longer: nothing may be sent then.</returns>
    public async Task<bool> WaitAsync(string conversation, TimeSpan longest, CancellationToken ct)
    {
        var wait = Reserve(conversation, longest);
        if (wait is null) return false;
        if (wait > TimeSpan.Zero) await Task.Delay(wait.Value, clock, ct);
        return true;
    }

    private TimeSpan? Reserve(string conversation, TimeSpan longest)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (!_conversations.TryGetValue(conversation, out var windows))
            {
                if (_conversations.Count >= ManyConversations) ForgetQuietOnes(now);
                _conversations[conversation] = windows = OfOneConversation();
            }

            var at = _all.Next(windows.Next(now));
            if (at - now > longest) return null;
            windows.Take(at);
            _all.Take(at);
            return at - now;
        }
    }

    private void ForgetQuietOnes(DateTimeOffset now)
    {
        foreach (var (conversation, windows) in _conversations.ToList())
            if (windows.Last + Hour < now) _conversations.Remove(conversation);
    }

    private static SlidingWindows OfOneConversation() =>
        new((7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, Hour));
}
