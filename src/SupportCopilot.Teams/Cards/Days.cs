using System.Globalization;

namespace SupportCopilot.Teams.Cards;

/// <summary>Writes days and instants so that nobody takes the day for the month.</summary>
internal static class Days
{
    /// <summary>A day, as 9 Mar 2026.</summary>
    public static string Day(DateTime utc) => utc.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A minute, as 9 Mar 2026, 14:05 UTC.</summary>
    public static string Minute(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
