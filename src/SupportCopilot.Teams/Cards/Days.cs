using System.Globalization;

namespace SupportCopilot.Teams.Cards;

/// <summary>Writes days and instants so that nobody takes the day for the month.</summary>
internal static class Days
{
    /// <summary>A day, as 9 Mar 2026.</summary>
    public static string Day(DateTime utc) => utc.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day as the contract writes it, 2026-03-09.</summary>
    public static bool TryRead(string iso, out DateTime day) => DateTime.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The first and the last of some days, as 9–15 Mar 2026.</summary>
    public static string Between(DateTime first, DateTime last) => first == last ? Day(first)
        : first.Year != last.Year ? $"{Day(first)} – {Day(last)}"
        : first.Month != last.Month ? $"{first.ToString("d MMM", CultureInfo.InvariantCulture)} – {Day(last)}"
        : $"{first.Day.ToString(CultureInfo.InvariantCulture)}–{Day(last)}";

    /// <summary>A month, as Mar 2026.</summary>
    public static string Month(DateTime first) => first.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A minute, as 9 Mar 2026, 14:05 UTC.</summary>
    public static string Minute(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
