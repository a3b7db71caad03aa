namespace SupportCopilot.Zendesk.Client;

/// <summary>How long an answer asks to wait.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);   // more than that is a mistake, or a clock that is wrong

    /// <summary>Seconds or a date, as the header says; the date is read by the answer's own clock, where it tells it. Null where nothing is asked.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        if (answer.Headers.RetryAfter is not { } asked) return null;
        var wait = asked.Delta ?? (asked.Date is { } until ? until - (answer.Headers.Date ?? now) : null);
        return wait is not { } known ? null : known < TimeSpan.Zero ? TimeSpan.Zero : known > Longest ? Longest : known;
    }
}
