namespace SupportCopilot.Models.Ledger;

/// <summary>Days as the ledger counts them: UTC, so that a budget has one midnight whatever zones its people are in.</summary>
internal static class ModelDays
{
    public static int Of(DateTime utc) => (int)(utc - DateTime.UnixEpoch).TotalDays;

    public static DateTime Start(int day) => DateTime.UnixEpoch.AddDays(day);

    /// <summary>The first day of the month that a day is in.</summary>
    public static int MonthOf(int day) => Of(new DateTime(Start(day).Year, Start(day).Month, 1, 0, 0, 0, DateTimeKind.Utc));
}
