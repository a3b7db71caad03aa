using System.Globalization;
using System.Text;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Exports;

/// <summary>Where an export goes on: after an id at a time. The cursor's form is Zendesk's own.</summary>
/// <param name="Time">Seconds since 1970.</param>
/// <param name="Id">What was last told at that time; 0 before all of it.</param>
internal readonly record struct Place(long Time, long Id)
{
    public string Cursor => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Time}.0||{Id}|"));

    /// <summary>Reads <c>cursor</c>, or <c>start_time</c> at the beginning.</summary>
    public static Place Asked(Call call) => call.Request.Query("cursor") is { Length: > 0 } cursor ? OfCursor(cursor) : new Place(StartTime(call), 0);

    /// <summary>Reads <c>start_time</c>, which must be at least a minute ago.</summary>
    public static long StartTime(Call call)
    {
        if (call.Request.QueryNumber("start_time") is not { } start) throw new Refused(SimulatedAnswer.Error(400, "InvalidValue", "start_time is required"));
        return start <= call.Account.Now - call.Account.Held
            ? start
            : throw new Refused(SimulatedAnswer.Error(call.Account.Settings.Dialect.StartTimeTooRecentStatus, "StartTimeTooRecent", "Too recent start_time. Use a start_time older than 60 seconds"));
    }

    /// <summary>How many items a page holds: what the caller wants, at most a thousand.</summary>
    public static int Size(Call call) => (int)Math.Clamp(call.Request.QueryNumber("per_page") ?? 1000, 1, 1000);

    public static Place OfCursor(string cursor)
    {
        Span<byte> bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var length) && Encoding.ASCII.GetString(bytes[..length]).Split('|') is [var time, "", var id, ""]
            && long.TryParse(time.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            return new Place(at, last);
        throw new Refused(SimulatedAnswer.Error(400, "InvalidCursor", "The cursor is not valid"));
    }
}
