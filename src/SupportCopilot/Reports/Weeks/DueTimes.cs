using NodaTime;

namespace SupportCopilot.Reports.Weeks;

/// <summary>When a digest is due, by the clocks of its zone. A time that the clocks skip comes as much later; of one that they show twice the first counts.</summary>
internal sealed class DueTimes
{
    /// <summary>
    /// How late a digest is still posted: a server that was down catches up, but never so late that the next one would
    /// follow within a day.
    /// </summary>
    public static readonly TimeSpan LatestBy = TimeSpan.FromDays(6);

    private readonly DateTimeZone _zone;
    private readonly IsoDayOfWeek _day;
    private readonly LocalTime _time;

    public DueTimes(Digest digest)
    {
        _zone = DateTimeZoneProviders.Tzdb[digest.TimeZone];
        _day = digest.Day is DayOfWeek.Sunday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)(int)digest.Day;
        _time = LocalTime.FromMinutesSinceMidnight(digest.MinuteOfDay);
    }

    /// <summary>The last time it was due, at or before an instant (UTC).</summary>
    public DateTime LastAt(DateTime now) => InWeekOf(now, 0) is var due && due <= now ? due : InWeekOf(now, -1);

    /// <summary>The next time it is due, after an instant (UTC).</summary>
    public DateTime NextAfter(DateTime now) => InWeekOf(now, 0) is var due && due > now ? due : InWeekOf(now, 1);

    /// <summary>The week that a digest tells about that is due at an instant.</summary>
    public ReportedWeek WeekOf(DateTime due) => ReportedWeek.LastFullAt(Instant.FromDateTimeUtc(due), _zone);

    private DateTime InWeekOf(DateTime instant, int weeksOn)
    {
        var today = Instant.FromDateTimeUtc(instant).InZone(_zone).Date;
        var day = today.PlusDays((int)_day - (int)today.DayOfWeek).PlusWeeks(weeksOn);
        return _zone.AtLeniently(day + _time).ToDateTimeUtc();
    }
}
