using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace SupportCopilot.Reports.Weeks;

/// <summary>A week from Monday to Sunday in a zone (ISO 8601), the one that a digest tells about.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Zone">The zone of its days.</param>
internal sealed record ReportedWeek(LocalDate Monday, DateTimeZone Zone)
{
    private static readonly IWeekYearRule Iso = WeekYearRules.Iso;

    /// <summary>The first instant counted in (UTC). A day begins when the zone's clocks say so, which is not always at midnight.</summary>
    public DateTime From => StartOf(Monday);

    /// <summary>The first instant no longer counted in (UTC); 167 or 169 hours after the first where the clocks change.</summary>
    public DateTime To => StartOf(Monday.PlusWeeks(1));

    /// <summary>Its last day.</summary>
    public LocalDate Sunday => Monday.PlusDays(6);

    /// <summary>Its ISO name, such as <c>2026-W11</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Iso.GetWeekYear(Monday):0000}-W{Iso.GetWeekOfWeekYear(Monday):00}");

    /// <summary>The first and last day counted in, as <c>2026-03-09 – 2026-03-15</c>.</summary>
    public string Days => $"{Text(Monday)} – {Text(Sunday)}";

    /// <summary>The week before.</summary>
    public ReportedWeek Before => this with { Monday = Monday.PlusWeeks(-1) };

    /// <summary>The last week that was over at an instant.</summary>
    public static ReportedWeek LastFullAt(Instant instant, DateTimeZone zone)
    {
        var today = instant.InZone(zone).Date;
        return new(today.PlusDays(1 - (int)today.DayOfWeek).PlusWeeks(-1), zone);
    }

    /// <summary>The week of an ISO name; null where it is none.</summary>
    public static ReportedWeek? Parse(string name, DateTimeZone zone)
    {
        if (name.Split("-W") is not [{ Length: 4 } year, { Length: 2 } week]
            || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || y < 1
            || !int.TryParse(week, NumberStyles.None, CultureInfo.InvariantCulture, out var w) || w < 1 || w > Iso.GetWeeksInWeekYear(y)) return null;
        return new(LocalDate.FromWeekYearWeekAndDay(y, w, IsoDayOfWeek.Monday), zone);
    }

    /// <summary>A day as <c>2026-03-09</c>.</summary>
    public static string Text(LocalDate day) => day.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);

    private DateTime StartOf(LocalDate day) => Zone.AtStartOfDay(day).ToDateTimeUtc();
}
