using System.Globalization;

namespace SupportCopilot.Questions.Compiling;

/// <summary>Days of the week and hours of the day between their names in plans and their numbers in statements.</summary>
internal static class CalendarNames
{
    public static IReadOnlyList<string> Weekdays { get; } = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static string Hour(long hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00");

    public static IReadOnlyList<long> WeekdayNumbers(IEnumerable<string> names) =>
        [.. names.Select(name => (long)Weekdays.ToList().FindIndex(day => day.Equals(name, StringComparison.OrdinalIgnoreCase))).Where(day => day >= 0)];

    public static IReadOnlyList<long> Hours(IEnumerable<string> names) =>
        [.. names.Select(name => long.TryParse(name.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : -1).Where(hour => hour >= 0)];
}
