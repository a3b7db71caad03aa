using NodaTime;
using NodaTime.TimeZones;

namespace SupportCopilot.Reports.Times;

/// <summary>
/// The times of a cron line (minute hour day-of-month month day-of-week, with L for the last day, 5L for the last Friday and
/// 1#2 for the second Monday) by the clocks of a zone. A time that the clocks skip comes as much later; of one that they show
/// twice the first counts, but of «every hour» both: none is lost and none doubled, on either change.
/// </summary>
internal sealed class Cron
{
    private const int DaysLookedAhead = 3000;   // 29 February can be eight years away

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private Cron(int minute, IReadOnlyList<int> hours, IReadOnlyList<int> days, IReadOnlyList<int> months, IReadOnlyList<int> weekdays) =>
        (Minute, Hours, Days, InMonths, OnWeekdays) = (minute, hours, days, months, weekdays);

    public int Minute { get; }

    public IReadOnlyList<int> Hours { get; }

    /// <summary>Days of the month, 1–31; all of them where the line does not say.</summary>
    public IReadOnlyList<int> Days { get; }

    public IReadOnlyList<int> InMonths { get; }

    /// <summary>Days of the week, Sunday is 0.</summary>
    public IReadOnlyList<int> OnWeekdays { get; }

    /// <summary>Whether the last day of the month is meant.</summary>
    public bool IsLastDay { get; private init; }

    /// <summary>Which of the month's weekdays of that name is meant: 1–5, or 6 for the last one; 0 for all.</summary>
    public int Nth { get; private init; }

    public bool IsEveryHour => Hours.Count == 24;

    /// <summary>What is wrong with a line; null where it is one.</summary>
    public static string? ProblemOf(string line) => Read(line).Problem;

    /// <summary>The times of a line that is known to be one.</summary>
    public static Cron Of(string line) => Read(line) is { Cron: { } cron } ? cron : throw new FormatException("This is no cron line.");

    private static (Cron? Cron, string? Problem) Read(string line)
    {
        const string form = "cron is written as minute hour day-of-month month day-of-week, as 30 8 * * 1-5.";
        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var minute, var hour, var day, var month, var weekday]) return (null, form);
        if (CronField.Read(minute, 0, 59) is not { } minutes || CronField.Read(hour, 0, 23) is not { } hours || CronField.Read(month, 1, 12, Months) is not { } months) return (null, form);
        if (minutes.Count != 1) return (null, "A report comes once an hour at most: give one minute.");
        var (nth, named) = NthOf(weekday);
        var isLast = day.Equals("L", StringComparison.OrdinalIgnoreCase);
        if (nth < 0 || CronField.Read(isLast ? "*" : day, 1, 31) is not { } days || WeekdaysOf(named) is not { } weekdays) return (null, form);
        if ((isLast || days.Count < 31) && weekdays.Count < 7) return (null, "Give days of the month or days of the week, not both.");
        var cron = new Cron(minutes[0], hours, days, months, weekdays) { IsLastDay = isLast, Nth = nth };
        return cron.NextAfter(Instant.FromUtc(2026, 1, 1, 0, 0), DateTimeZone.Utc) is null ? (null, "There is no such day in any year.") : (cron, null);
    }

    private static (int Nth, string Weekday) NthOf(string text)
    {
        if (text.Length == 2 && text[1] is 'L' or 'l') return (6, text[..1]);
        if (!text.Contains('#', StringComparison.Ordinal)) return (0, text);
        return text.Split('#') is [{ Length: 1 } day, { Length: 1 } nth] && nth[0] is >= '1' and <= '5' ? (nth[0] - '0', day) : (-1, text);
    }

    private static IReadOnlyList<int>? WeekdaysOf(string text)
    {
        if (CronField.Read(text.Equals("7", StringComparison.Ordinal) ? "0" : text, 0, 6, Weekdays) is { } plain) return plain;
        return CronField.Read(text, 0, 7) is { } withSeven ? [.. withSeven.Select(day => day % 7).Distinct().Order()] : null;   // 7 is Sunday too
    }

    /// <summary>The due instants after one and up to another.</summary>
    public IReadOnlyList<Instant> Between(Instant after, Instant upTo, DateTimeZone zone)
    {
        var due = new SortedSet<Instant>();
        var last = upTo.InZone(zone).Date.PlusDays(1);
        for (var day = after.InZone(zone).Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
            foreach (var instant in On(day, zone))
                if (instant > after && instant <= upTo) due.Add(instant);
        return [.. due];
    }

    /// <summary>The next due instant after one; null where there is none.</summary>
    public Instant? NextAfter(Instant after, DateTimeZone zone)
    {
        var day = after.InZone(zone).Date.PlusDays(-1);
        for (var i = 0; i < DaysLookedAhead; i++, day = day.PlusDays(1))
        {
            // A skipped time may come on the next day: the earliest of a day decides only once that day is done.
            var found = On(day, zone).Where(instant => instant > after).Order().Select(instant => (Instant?)instant).FirstOrDefault();
            if (found is not null) return found;
        }

        return null;
    }

    private IEnumerable<Instant> On(LocalDate day, DateTimeZone zone)
    {
        if (!Falls(day)) yield break;
        foreach (var hour in Hours)
        {
            var map = zone.MapLocal(day.At(new LocalTime(hour, Minute)));
            yield return map.Count == 0 ? Resolvers.ReturnForwardShifted(map.LocalDateTime, map.Zone, map.EarlyInterval, map.LateInterval).ToInstant() : map.First().ToInstant();
            if (map.Count == 2 && IsEveryHour) yield return map.Last().ToInstant();
        }
    }

    private bool Falls(LocalDate day)
    {
        if (!InMonths.Contains(day.Month) || !OnWeekdays.Contains((int)day.DayOfWeek % 7)) return false;
        var last = day.Calendar.GetDaysInMonth(day.Year, day.Month);
        if (IsLastDay) return day.Day == last;
        if (Nth == 6 && day.Day + 7 <= last || Nth is >= 1 and <= 5 && (day.Day + 6) / 7 != Nth) return false;
        return Days.Contains(day.Day);
    }
}
