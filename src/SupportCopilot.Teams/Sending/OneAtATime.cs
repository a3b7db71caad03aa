namespace SupportCopilot.Teams.Sending;

/// <summary>Lets work on one thing, such as one card, be done by one at a time: two changes of a card at once are answered 412.</summary>
internal sealed class OneAtATime
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Line> _lines = [];

    /// <summary>Waits until nobody else works on it; disposing lets the next one in.</summary>
    public async Task<IDisposable> WaitAsync(string thing, CancellationToken ct)
    {
        Line line;
        lock (_gate)
        {
            if (!_lines.TryGetValue(thing, out line!)) _lines[thing] = line = new();
            line.People++;
        }

        try
        {
            await line.Turn.WaitAsync(ct);
            return new Held(this, thing, line);
        }
        catch (OperationCanceledException)
        {
            Leave(thing, line);
            throw;
        }
    }

    private void Leave(string thing, Line line)
    {
        lock (_gate)
        {
            if (--line.People == 0) _lines.Remove(thing);
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int People { get; set; }
    }

    private sealed class Held(OneAtATime all, string thing, Line line) : IDisposable
    {
        public void Dispose()
        {
            line.Turn.Release();
            all.Leave(thing, line);
        }
    }
}
