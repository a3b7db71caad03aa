using System.Globalization;

namespace SupportCopilot.Reports.Sending;

/// <summary>What the ledger calls the postings of reports and alerts: <c>report/3/2026-03-16T09:00Z</c> by the schedule and its due instant, <c>alert/7/2</c> by the crossing.</summary>
internal static class ReportIntent
{
    public const string Reports = "report/";
    public const string Alerts = "alert/";

    public static string Due(long scheduleId, DateTime due) => string.Create(CultureInfo.InvariantCulture, $"{Reports}{scheduleId}/{due:yyyy-MM-dd'T'HH:mm'Z'}");

    public static string Missed(long scheduleId, DateTime last) => string.Create(CultureInfo.InvariantCulture, $"{Reports}{scheduleId}/missed-{last:yyyy-MM-dd'T'HH:mm'Z'}");

    public static string Crossing(long watchId, int crossing) => string.Create(CultureInfo.InvariantCulture, $"{Alerts}{watchId}/{crossing}");

    public static string Stopped(string kind, long id, int version) => string.Create(CultureInfo.InvariantCulture, $"{kind}{id}/stopped-{version}");

    /// <summary>The number behind the prefix, and what follows it.</summary>
    public static (long Id, string Tail)? Parse(string intent, string prefix)
    {
        if (!intent.StartsWith(prefix, StringComparison.Ordinal)) return null;
        return intent[prefix.Length..].Split('/', 2) is [var id, var rest] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, rest) : null;
    }

    /// <summary>The due instant (UTC) of a report's posting; null for others.</summary>
    public static DateTime? DueOf(string rest) =>
        DateTime.TryParseExact(rest.Split('/')[0], "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var due) ? due : null;
}
