using NodaTime;
using NodaTime.Text;
using SupportCopilot.Reports.Times;

namespace SupportCopilot.Tests.Reports;

public sealed class CronTimes
{
    [Theory]
    // The clocks of London go forward on 29 March 2026 at 01:00, back on 25 October at 02:00; those of New York on 8 March at 02:00 and 1 November at 02:00.
    [InlineData("30 1 * * *", "Europe/London", "2026-03-28T00:00Z", "2026-03-28T01:30Z 2026-03-29T01:30Z 2026-03-30T00:30Z")]   // 01:30 is skipped: it comes at 02:30, once
    [InlineData("30 1 * * *", "Europe/London", "2026-10-24T00:00Z", "2026-10-24T00:30Z 2026-10-25T00:30Z 2026-10-26T01:30Z")]   // 01:30 comes twice: the first counts
    [InlineData("0 2 * * *", "America/New_York", "2026-03-07T00:00Z", "2026-03-07T07:00Z 2026-03-08T07:00Z 2026-03-09T06:00Z")]
    [InlineData("30 1 * * *", "America/New_York", "2026-10-31T00:00Z", "2026-10-31T05:30Z 2026-11-01T05:30Z 2026-11-02T06:30Z")]
    [InlineData("0 9 * * 1", "Europe/London", "2026-03-23T00:00Z", "2026-03-23T09:00Z 2026-03-30T08:00Z 2026-04-06T08:00Z")]   // nine o'clock stays nine o'clock
    [InlineData("0 9 * * 1", "Europe/London", "2026-10-19T00:00Z", "2026-10-19T08:00Z 2026-10-26T09:00Z 2026-11-02T09:00Z")]
    [InlineData("0 * * * *", "Europe/London", "2026-03-29T00:00Z", "2026-03-29T01:00Z 2026-03-29T02:00Z 2026-03-29T03:00Z")]   // every hour: none lost, none doubled
    [InlineData("0 * * * *", "Europe/London", "2026-10-24T23:30Z", "2026-10-25T00:00Z 2026-10-25T01:00Z 2026-10-25T02:00Z 2026-10-25T03:00Z")]
    [InlineData("30 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00Z", "2026-10-03T15:30Z 2026-10-04T15:30Z")]
    [InlineData("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00Z", "2026-10-03T15:45Z 2026-10-04T15:15Z")]   // half an hour is skipped from 02:00 on
    [InlineData("0 0 * * *", "America/Santiago", "2026-09-05T00:00Z", "2026-09-05T04:00Z 2026-09-06T04:00Z 2026-09-07T03:00Z")]   // midnight itself is skipped on 6 September
    [InlineData("30 8 * * 1-5", "UTC", "2026-03-13T00:00Z", "2026-03-13T08:30Z 2026-03-16T08:30Z 2026-03-17T08:30Z")]
    [InlineData("0 9 1 * *", "UTC", "2026-03-02T00:00Z", "2026-04-01T09:00Z 2026-05-01T09:00Z")]
    [InlineData("0 9 31 * *", "UTC", "2026-02-01T00:00Z", "2026-03-31T09:00Z 2026-05-31T09:00Z 2026-07-31T09:00Z")]
    [InlineData("0 9 L * *", "UTC", "2026-01-31T10:00Z", "2026-02-28T09:00Z 2026-03-31T09:00Z 2026-04-30T09:00Z")]
    [InlineData("0 9 29 2 *", "UTC", "2026-01-01T00:00Z", "2028-02-29T09:00Z 2032-02-29T09:00Z")]
    [InlineData("0 10 * * 1#1", "UTC", "2026-03-11T00:00Z", "2026-04-06T10:00Z 2026-05-04T10:00Z")]
    [InlineData("0 10 * * 5L", "UTC", "2026-03-11T00:00Z", "2026-03-27T10:00Z 2026-04-24T10:00Z")]
    [InlineData("0 9 1 1,4,7,10 *", "UTC", "2026-03-11T00:00Z", "2026-04-01T09:00Z 2026-07-01T09:00Z")]
    [InlineData("15 9,17 * * mon,thu", "UTC", "2026-03-12T00:00Z", "2026-03-12T09:15Z 2026-03-12T17:15Z 2026-03-16T09:15Z")]
    [InlineData("0 9 * * 7", "UTC", "2026-03-11T00:00Z", "2026-03-15T09:00Z 2026-03-22T09:00Z")]
    public void Are_due_by_the_clocks_of_their_zone(string line, string zone, string from, string due)
    {
        var expected = due.Split(' ').Select(Read).ToList();
        var (cron, place, after) = (Cron.Of(line), DateTimeZoneProviders.Tzdb[zone], Read(from));

        Assert.Equal(expected, cron.Between(after, expected[^1], place));
        foreach (var next in expected)
        {
            Assert.Equal(next, cron.NextAfter(after, place));
            after = next;
        }
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("America/New_York")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Africa/Casablanca")]
    public void Come_once_for_each_day_of_a_year_at_whatever_time(string zone)
    {
        var place = DateTimeZoneProviders.Tzdb[zone];
        var (from, to) = (place.AtStartOfDay(new(2026, 1, 1)).ToInstant(), place.AtStartOfDay(new(2027, 1, 1)).ToInstant());
        for (var hour = 0; hour < 24; hour++)
        {
            var due = Cron.Of($"30 {hour} * * *").Between(from.Minus(Duration.Epsilon), to.Minus(Duration.Epsilon), place);
            Assert.Equal(365, due.Count);
        }

        var hours = Cron.Of("0 * * * *").Between(from.Minus(Duration.Epsilon), to.Minus(Duration.Epsilon), place);
        Assert.InRange(hours.Count, 8759, 8761);   // 365 × 24; a change by half an hour moves one
        Assert.Equal(hours.Count, hours.Distinct().Count());
    }

    [Theory]
    [InlineData("", "cron is written")]
    [InlineData("* * * * *", "once an hour")]
    [InlineData("*/5 * * * *", "once an hour")]
    [InlineData("0 25 * * *", "cron is written")]
    [InlineData("0 9 1 * 1", "not both")]
    [InlineData("0 9 31 2 *", "no such day")]
    [InlineData("0 9 * * 8", "cron is written")]
    [InlineData("0 9 * * 1#6", "cron is written")]
    [InlineData("0 9 * *", "cron is written")]
    [InlineData("0 9 * * * *", "cron is written")]
    [InlineData("x y z a b", "cron is written")]
    public void That_are_none_are_refused_in_words(string line, string says) => Assert.Contains(says, Cron.ProblemOf(line));

    [Theory]
    [InlineData("0 9 * * 1", "every Monday at 09:00")]
    [InlineData("30 8 * * 1-5", "every weekday at 08:30")]
    [InlineData("0 7 * * *", "every day at 07:00")]
    [InlineData("0 * * * *", "every hour")]
    [InlineData("0 9,17 * * *", "every day at 09:00 and 17:00")]
    [InlineData("0 9 1,15 * *", "on the 1st and 15th of each month at 09:00")]
    [InlineData("0 9 31 * *", "on the 31st of each month, where it has that day at 09:00")]
    [InlineData("0 9 L * *", "on the last day of each month at 09:00")]
    [InlineData("0 10 * * 5L", "on the last Friday of each month at 10:00")]
    [InlineData("0 9 22 1,7 *", "on the 22nd of January and July at 09:00")]
    public void Are_said_as_people_say_them(string line, string words) => Assert.Equal(words, CronWords.Of(Cron.Of(line)));

    private static Instant Read(string text) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(text).Value;
}
