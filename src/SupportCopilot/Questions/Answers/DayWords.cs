using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Answers;

/// <summary>Days as people write them: «9–15 Mar 2026».</summary>
internal static class DayWords
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    /// <summary>The days of a plan, from <c>2026-03-09 – 2026-03-15</c>.</summary>
    public static string Of(string days)
    {
        if (days.StartsWith("until ", StringComparison.Ordinal)) return "until " + One(days[6..]);
        return days.Split(" – ") is [var first, var last] && first != last ? Between(Iso.Parse(first).Value, Iso.Parse(last).Value) : One(days.Split(" – ")[0]);
    }

    /// <summary>The times of a period that does not begin or end with a day, as <c>2026-03-30 13:00 – 2026-03-31 13:00</c>; else null.</summary>
    public static string? Hours(Plan plan)
    {
        if (plan.From is not { } from || plan.To is not { } to || plan.Before is not null || plan.Measures[0].Clock == "open") return null;
        var zone = DateTimeZoneProviders.Tzdb[plan.TimeZone];
        var (start, end) = (Instant.FromDateTimeUtc(from).InZone(zone).LocalDateTime, Instant.FromDateTimeUtc(to).InZone(zone).LocalDateTime);
        if (start.TimeOfDay == LocalTime.Midnight && end.TimeOfDay == LocalTime.Midnight) return null;
        return $"{start.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)} – {end.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The moment at which something is open: the end of a day, or a time of one.</summary>
    public static string Moment(Plan plan, bool inWords)
    {
        var local = Instant.FromDateTimeUtc(plan.To!.Value).InZone(DateTimeZoneProviders.Tzdb[plan.TimeZone]).LocalDateTime;
        if (local.TimeOfDay != LocalTime.Midnight) return "at " + local.ToString(inWords ? "HH:mm 'on' d MMM uuuu" : "uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var day = local.Date.PlusDays(-1);
        return "at the end of " + (inWords ? Full(day) : day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Between(LocalDate first, LocalDate last)
    {
        if (first.Year != last.Year) return $"{Full(first)} – {Full(last)}";
        return first.Month != last.Month
            ? $"{first.ToString("d MMM", CultureInfo.InvariantCulture)} – {Full(last)}"
            : $"{first.Day.ToString(CultureInfo.InvariantCulture)}–{Full(last)}";
    }

    private static string One(string day) => Full(Iso.Parse(day).Value);

    private static string Full(LocalDate day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
