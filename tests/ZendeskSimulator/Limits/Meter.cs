using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Limits;

/// <summary>Counts requests against the account's limits, in windows that begin with their first request.</summary>
internal sealed class Meter(Account account)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Window> _windows = [];

    /// <summary>Limits as they are now; they may change while the account works.</summary>
    public RateLimits Limits { get; set; } = account.Settings.Limits;

    /// <summary>How many requests were refused for a limit.</summary>
    public int Refused { get; private set; }

    /// <summary>Counts a request of the account.</summary>
    /// <returns>How it stands now; null without limit.</returns>
    /// <exception cref="Http.Refused">The limit is reached.</exception>
    public Reading? CountRequest() => Count("account", Limits.PerMinute, Minute, "APIRateLimitExceeded");

    /// <summary>Counts a request against the limit of its endpoint.</summary>
    public Reading? CountFor(Limit limit, string path) => limit switch
    {
        Limit.Export => Count(path, Limits.ExportsPerMinute, Minute),
        Limit.UpdateTicket => Count("ticket-update", Limits.UpdatesPerMinute, Minute),
        Limit.SearchExport => Count(path, Limits.SearchExportsPerMinute, Minute),
        _ => null,
    };

    /// <summary>Counts an update of one ticket by one user.</summary>
    public void CountUpdate(long ticket, long user) => Count($"ticket-update/{ticket}/{user}", Limits.UpdatesPerTicketAndUser, TenMinutes);

    /// <summary>Counts what nobody is refused: the work of people in the account's own windows.</summary>
    public void CountQuietly(Limit limit)
    {
        var before = Refused;
        try
        {
            CountFor(limit, "");
        }
        catch (Refused)
        {
            Refused = before;   // people are not held up
        }
    }

    private Reading? Count(string name, int? limit, TimeSpan length, string error = "TooManyRequests")
    {
        if (limit is not { } most) return null;
        var now = account.Clock.GetUtcNow();
        if (!_windows.TryGetValue(name, out var window) || now >= window.Ends)
        {
            if (_windows.Count > 10_000) Forget(now);
            window = _windows[name] = new Window(now + length);
        }
        var seconds = (int)Math.Ceiling((window.Ends - now).TotalSeconds);
        if (window.Used >= most)
        {
            Refused++;
            throw new Refused(SimulatedAnswer.Error(429, error, "Number of allowed API requests per minute exceeded") with
            {
                Headers = new Reading(name, most, 0, seconds) { RetryAfter = seconds }.Headers(),
            });
        }
        window.Used++;
        return new Reading(name, most, most - window.Used, seconds);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (name, window) in _windows)
            if (window.Ends <= now) _windows.Remove(name);
    }

    private sealed class Window(DateTimeOffset ends)
    {
        public DateTimeOffset Ends { get; } = ends;

        public int Used { get; set; }
    }
}
