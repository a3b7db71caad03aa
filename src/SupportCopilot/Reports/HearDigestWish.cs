using NodaTime;
using SupportCopilot.Reports.Wishes;

namespace SupportCopilot.Reports;

/// <summary>Hears whether a message is a wish about the digest of its conversation, and does it as the scope's caller.</summary>
public sealed class HearDigestWish(ScheduleDigest schedule)
{
    /// <param name="text">The message, without the bot's own name.</param>
    /// <param name="conversationId">Where it was said, by our own number.</param>
    /// <param name="timeZone">The zone of the one who said it, by IANA name; null, or one that is not known, takes the tenant's.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was done, or what to say instead; null when the message is about something else.</returns>
    public async Task<ScheduleResult?> RunAsync(string text, long conversationId, string? timeZone, CancellationToken ct) => ReadDigestWish.Of(text) switch
    {
        null => null,
        { Problem: { } problem } => new(ScheduleOutcome.Invalid, null, problem),
        { Times: { } times } => await schedule.SetAsync(conversationId, times with { TimeZone = times.TimeZone ?? Known(timeZone) }, ct),
        _ => await schedule.StopInAsync(conversationId, ct),
    };

    // Clients name zones by lists of their own; one that is not ours says nothing.
    private static string? Known(string? timeZone) => timeZone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is not null ? timeZone : null;
}
