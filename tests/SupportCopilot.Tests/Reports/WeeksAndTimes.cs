using NodaTime;
using SupportCopilot.Learning.Statistics;
using SupportCopilot.Reports;
using SupportCopilot.Reports.Weeks;

namespace SupportCopilot.Tests.Reports;

public sealed class WeeksAndTimes
{
    [Theory]
    // the instant, the zone, the last full week there, and its bounds
    [InlineData("2026-03-16T09:00:00Z", "UTC", "2026-W11", "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z")]
    [InlineData("2026-03-16T03:59:59Z", "America/New_York", "2026-W10", "2026-03-02T05:00:00Z", "2026-03-09T04:00:00Z")]   // still Sunday there; the clocks went forward within the week: 167 hours
    [InlineData("2026-03-16T04:00:00Z", "America/New_York", "2026-W11", "2026-03-09T04:00:00Z", "2026-03-16T04:00:00Z")]
    [InlineData("2026-11-02T05:00:00Z", "America/New_York", "2026-W44", "2026-10-26T04:00:00Z", "2026-11-02T05:00:00Z")]   // the clocks went back: 169 hours
    [InlineData("2026-03-15T18:14:59Z", "Asia/Kathmandu", "2026-W10", "2026-03-01T18:15:00Z", "2026-03-08T18:15:00Z")]     // UTC+5:45
    [InlineData("2026-03-15T18:15:00Z", "Asia/Kathmandu", "2026-W11", "2026-03-08T18:15:00Z", "2026-03-15T18:15:00Z")]
    [InlineData("2027-01-04T12:00:00Z", "UTC", "2026-W53", "2026-12-28T00:00:00Z", "2027-01-04T00:00:00Z")]                // a year of 53 weeks
    [InlineData("2025-01-06T12:00:00Z", "UTC", "2025-W01", "2024-12-30T00:00:00Z", "2025-01-06T00:00:00Z")]                // the first week begins in the old year
    [InlineData("2026-04-27T12:00:00Z", "Africa/Cairo", "2026-W17", "2026-04-19T22:00:00Z", "2026-04-26T21:00:00Z")]       // the clocks skip midnight on a Friday
    public void A_week_is_that_of_its_zone(string now, string zone, string name, string from, string to)
    {
        var week = ReportedWeek.LastFullAt(Instant.FromDateTimeUtc(Utc(now)), DateTimeZoneProviders.Tzdb[zone]);
        Assert.Equal((name, Utc(from), Utc(to)), (week.Name, week.From, week.To));
        Assert.Equal(week, ReportedWeek.Parse(name, week.Zone));
        Assert.Equal(week.From, week.Before.To);
    }

    [Theory]
    [InlineData("2026-W54")]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-12")]
    [InlineData("W11")]
    public void A_name_that_is_no_week_is_none(string name) => Assert.Null(ReportedWeek.Parse(name, DateTimeZone.Utc));

    [Theory]
    // day, minute, zone, now, the last time it was due, the next
    [InlineData(DayOfWeek.Monday, 540, "America/New_York", "2026-03-09T13:00:00Z", "2026-03-09T13:00:00Z", "2026-03-16T13:00:00Z")]   // 9:00 is 13:00 UTC once the clocks are forward
    [InlineData(DayOfWeek.Monday, 540, "America/New_York", "2026-03-09T12:59:59Z", "2026-03-02T14:00:00Z", "2026-03-09T13:00:00Z")]
    [InlineData(DayOfWeek.Sunday, 150, "America/New_York", "2026-03-08T12:00:00Z", "2026-03-08T07:30:00Z", "2026-03-15T06:30:00Z")]   // 2:30 is skipped: 3:30 daylight time
    [InlineData(DayOfWeek.Sunday, 90, "America/New_York", "2026-11-01T12:00:00Z", "2026-11-01T05:30:00Z", "2026-11-08T06:30:00Z")]    // 1:30 is shown twice: the first
    [InlineData(DayOfWeek.Sunday, 1439, "Asia/Kathmandu", "2026-03-15T18:13:00Z", "2026-03-08T18:14:00Z", "2026-03-15T18:14:00Z")]
    [InlineData(DayOfWeek.Saturday, 0, "UTC", "2026-03-16T00:00:00Z", "2026-03-14T00:00:00Z", "2026-03-21T00:00:00Z")]
    public void A_digest_is_due_when_the_clocks_of_its_zone_say_so(DayOfWeek day, int minute, string zone, string now, string last, string next)
    {
        var times = new DueTimes(new Digest { TimeZone = zone, Day = day, MinuteOfDay = minute });
        Assert.Equal((Utc(last), Utc(next)), (times.LastAt(Utc(now)), times.NextAfter(Utc(now))));
    }

    [Fact]
    public void Every_week_of_ten_years_in_every_zone_is_due_once()
    {
        foreach (var zone in new[] { "America/New_York", "Asia/Kathmandu", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Apia", "Europe/London" })
        {
            var times = new DueTimes(new Digest { TimeZone = zone, Day = DayOfWeek.Sunday, MinuteOfDay = 125 });
            var weeks = new List<string>();
            for (var at = times.NextAfter(Utc("2020-01-01T00:00:00Z")); at < Utc("2030-01-01T00:00:00Z"); at = times.NextAfter(at))
            {
                Assert.Equal(at, times.LastAt(at));
                weeks.Add(times.WeekOf(at).Name);
            }

            Assert.Equal(weeks.Distinct().Count(), weeks.Count);
            Assert.InRange(weeks.Count, 521, 522);
        }
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 5, 0.0625)]                  // 2 · ½⁵
    [InlineData(1, 9, 0.021484375)]             // 2 · (10 + 1) / 2¹⁰
    [InlineData(12, 30, 0.0079158973)]
    [InlineData(1000, 1100, 0.0307207079)]
    public void A_difference_is_as_probable_as_the_binomial_says(int first, int second, double p)
    {
        Assert.Equal(p, PoissonComparison.PValue(first, second), 1e-6);
        Assert.Equal(PoissonComparison.PValue(first, second), PoissonComparison.PValue(second, first));
        Assert.Equal(Math.Min(1, 2 * Enumerable.Range(Math.Max(first, second), Math.Min(first, second) + 1).Sum(k => BinomialHalf(first + second, k))), PoissonComparison.PValue(first, second), 1e-9);
    }

    [Fact]
    public void Chance_alone_is_called_a_difference_no_more_often_than_promised()
    {
        var dice = new Random(7);
        const int Weeks = 4000;
        const int Tags = 12;
        var weeksWithAny = Enumerable.Range(0, Weeks).Count(_ =>
            Enumerable.Range(0, Tags).Select(_ => PoissonComparison.PValue(Poisson(dice, 20), Poisson(dice, 20))).ToList().Exists(p => p < 0.05 / Tags));
        Assert.InRange(weeksWithAny, 1, 0.05 * Weeks);
    }

    // Knuth's multiplication of uniforms.
    private static int Poisson(Random dice, double mean)
    {
        var (count, product) = (0, dice.NextDouble());
        for (; product > Math.Exp(-mean); count++) product *= dice.NextDouble();
        return count;
    }

    private static double BinomialHalf(int n, int k)
    {
        var log = -n * Math.Log(2);
        for (var i = 1; i <= k; i++) log += Math.Log(n - k + i) - Math.Log(i);
        return Math.Exp(log);
    }

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
