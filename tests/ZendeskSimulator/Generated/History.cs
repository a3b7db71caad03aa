namespace ZendeskSimulator.Generated;

/// <summary>
/// When what was there from the start happened. A ticket is created no earlier than the one before it, and each course of
/// events takes fixed times from there on; so any place in an export can be found without looking at what lies before it.
/// </summary>
internal sealed class History
{
    /// <summary>Everything on a ticket happens within two days; then the system touches it a last time.</summary>
    public static readonly long Course = (long)TimeSpan.FromHours(48).TotalSeconds;

    private readonly long _start;
    private readonly double _step;
    private readonly int _perInstant;

    public History(ZendeskSettings settings, DateTimeOffset now)
    {
        // The last course ends ten minutes ago: the exports leave out what is younger than a minute.
        var end = now.ToUnixTimeSeconds() - Course - 600;
        _start = end - (long)settings.Span.TotalSeconds;
        _step = settings.Tickets == 0 ? 0 : settings.Span.TotalSeconds / settings.Tickets;
        _perInstant = Math.Max(1, settings.TicketsPerInstant);
        Tickets = settings.Tickets;
    }

    public int Tickets { get; }

    /// <summary>Seconds since 1970 before which there was nothing.</summary>
    public long Start => _start;

    public long CreatedAt(long ticket) => _start + (long)((ticket - 1) / _perInstant * _perInstant * _step);

    /// <summary>The number of the first ticket created at that time or later; one past the last where there is none.</summary>
    public long FirstCreatedFrom(long time)
    {
        long low = 1, high = Tickets + 1L;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (CreatedAt(middle) >= time) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
