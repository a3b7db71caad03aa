using System.Globalization;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>
/// Where an export by time goes on: at the last second it told of, which is told again, for a second may not have been
/// over. It never goes back, though an empty page may say so (<c>end_time: 1</c>).
/// </summary>
/// <param name="Second">The second (since 1970) from which on is asked.</param>
internal readonly record struct TimePlace(long Second)
{
    public static TimePlace Of(StreamPlace from) =>
        new(long.TryParse(from.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? second : 1);

    public string Cursor => Second.ToString(CultureInfo.InvariantCulture);

    public DateTime At => DateTime.UnixEpoch.AddSeconds(Second);

    /// <summary>The second to ask from, which must be old enough.</summary>
    public long AskFrom(SyncRun run) => Math.Min(Second, (long)(run.Newest - DateTime.UnixEpoch).TotalSeconds);

    public TimePlace After(long? endTime) => new(Math.Max(Second, endTime ?? 0));

    public TimePlace Next => new(Second + 1);
}
