using System.Globalization;
using NodaTime;

namespace SupportCopilot.Reports.Times;

/// <summary>Says times as people do: «every weekday at 08:30», «on the 1st of each month at 09:00».</summary>
internal static class CronWords
{
    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] Nths = ["", "first", "second", "third", "fourth", "fifth", "last"];

    public static string Of(Cron cron)
    {
        if (cron.IsEveryHour) return $"{Days(cron, "every day").Replace("every day", "every hour", StringComparison.Ordinal)}{(cron.Minute == 0 ? "" : $", {cron.Minute.ToString(CultureInfo.InvariantCulture)} minutes past")}";
        return $"{Days(cron, "every day")} at {Listed([.. cron.Hours.Select(hour => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{cron.Minute:00}"))])}";
    }

    /// <summary>A moment by the clocks of a zone: «Monday 16 March 2026 at 09:00 (Europe/London)».</summary>
    public static string Moment(DateTime utc, string timeZone)
    {
        var local = Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).InZone(DateTimeZoneProviders.Tzdb[timeZone]);
        return $"{local.ToString("dddd d MMMM uuuu 'at' HH:mm", CultureInfo.InvariantCulture)} ({timeZone})";
    }

    private static string Days(Cron cron, string all)
    {
        var months = cron.InMonths.Count == 12 ? "each month" : Listed([.. cron.InMonths.Select(month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month))]);
        if (cron.IsLastDay) return $"on the last day of {months}";
        if (cron.Nth > 0) return $"on the {Nths[cron.Nth]} {Listed([.. cron.OnWeekdays.Select(day => Weekdays[day])])} of {months}";
        if (cron.Days.Count < 31) return $"on the {Listed([.. cron.Days.Select(Ordinal)])} of {months}{(cron.Days.Any(day => day > 28) ? ", where it has that day" : "")}";
        var days = cron.OnWeekdays switch
        {
            { Count: 7 } => all,
            [1, 2, 3, 4, 5] => "every weekday",
            [0, 6] => "every Saturday and Sunday",
            var some => $"every {Listed([.. some.Select(day => Weekdays[day])])}",
        };
        return cron.InMonths.Count == 12 ? days : $"{days} in {months}";
    }

    private static string Ordinal(int day) => day.ToString(CultureInfo.InvariantCulture) + (day % 100 is 11 or 12 or 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    private static string Listed(IReadOnlyList<string> words) => words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
}
