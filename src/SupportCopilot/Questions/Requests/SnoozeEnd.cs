using NodaTime;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Requests.Sentences;

namespace SupportCopilot.Questions.Requests;

/// <summary>The moment at which a snooze ends, by the clocks of the asker's zone.</summary>
internal static class SnoozeEnd
{
    private const double MostDays = 366;

    /// <returns>The moment (UTC); null where it is past, or too far away to be meant.</returns>
    public static DateTime? Of(SnoozeTime time, DateContext dates)
    {
        if (time.Minutes is { } minutes) return minutes is > 0 and <= MostDays * 1440 ? (dates.AsOf + Duration.FromMinutes(minutes)).ToDateTimeUtc() : null;

        var at = LocalTime.FromMinutesSinceMidnight(time.Time ?? ReadTimes.UsualMinute);
        var day = time.Day switch
        {
            { DaysOn: { } on } => dates.Today.PlusDays(on),
            { Weekday: { } weekday } => dates.Today.Next((IsoDayOfWeek)weekday),
            _ => dates.Today,
        };
        var end = dates.Zone.AtLeniently(day + at).ToInstant();
        if (end <= dates.AsOf && time.Day is null) end = dates.Zone.AtLeniently(day.PlusDays(1) + at).ToInstant();   // «until 9:00», said at ten
        return end > dates.AsOf ? end.ToDateTimeUtc() : null;
    }
}
