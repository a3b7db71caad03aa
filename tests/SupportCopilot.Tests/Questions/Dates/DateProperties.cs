using NodaTime;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Tests.Questions.Dates;

/// <summary>What holds at any moment, in any zone, by any custom.</summary>
public sealed class DateProperties
{
    private static readonly string[] Zones =
        ["Europe/London", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Cairo", "Pacific/Apia", "America/Santiago", "Asia/Tehran", "UTC"];

    [Fact]
    public void Every_reading_begins_before_it_ends_and_lies_in_its_words()
    {
        var random = new Random(1);
        foreach (var row in DatePhrases.Rows())
        {
            var phrase = row.Data.Item1;
            for (var i = 0; i < 20; i++)
            {
                var context = Any(random);
                var words = WordReader.Read(phrase);
                foreach (var read in new DateReader().Read(words, context))
                {
                    var (from, to) = read.Bounds(context.Zone);
                    Assert.True(read.FirstDay <= read.LastDay && (from is null || from < to), $"{phrase} at {context.AsOf}: {read}");
                    Assert.True(read.Score is > 0 and <= 1 && read.Label.Length > 0);
                    Assert.True(read.Start >= 0 && read.Length > 0 && read.Start + read.Length <= words.Count);
                }
            }
        }
    }

    [Theory]
    [InlineData("week")]
    [InlineData("month")]
    [InlineData("quarter")]
    [InlineData("year")]
    [InlineData("fiscal year")]
    [InlineData("fiscal quarter")]
    public void This_holds_today_and_last_ends_where_it_begins(string unit)
    {
        var random = new Random(2);
        for (var i = 0; i < 300; i++)
        {
            var context = Any(random);
            var (here, last, next) = (Top($"this {unit}", context), Top($"last {unit}", context), Top($"next {unit}", context));

            Assert.True(here.FirstDay <= context.Today && here.LastDay >= context.Today && here.IsPartial);
            Assert.Equal((here.FirstDay, next.FirstDay), (last.LastDay.PlusDays(1), here.LastDay.PlusDays(1)));
            if (unit == "week") Assert.Equal(7, Period.DaysBetween(last.FirstDay, last.LastDay) + 1);
            var (from, to) = here.Bounds(context.Zone);
            Assert.True(from <= context.AsOf && context.AsOf < to);
            Assert.Equal(from, last.Bounds(context.Zone).To);   // no instant is lost between them, none counted twice
        }
    }

    [Fact]
    public void Days_follow_each_other_without_a_gap_across_clock_changes()
    {
        foreach (var name in Zones)
        {
            var zone = DateTimeZoneProviders.Tzdb[name];
            for (var day = new LocalDate(2018, 1, 1); day.Year < 2027; day = day.PlusDays(1))
            {
                var context = new DateContext(zone.AtStartOfDay(day).ToInstant() + Duration.FromHours(12), zone);
                if (context.Today != day || zone.GetUtcOffset(zone.AtStartOfDay(day).ToInstant()) == zone.GetUtcOffset(zone.AtStartOfDay(day.PlusDays(1)).ToInstant())) continue;
                var (yesterday, today) = (Top("yesterday", context).Bounds(zone), Top("today", context).Bounds(zone));
                Assert.Equal(yesterday.To, today.From);
                Assert.True(today.From <= context.AsOf && context.AsOf < today.To);
            }
        }
    }

    [Fact]
    public void Any_words_are_read_without_fail_and_not_for_long()
    {
        var random = new Random(3);
        string[] pieces = [.. DatePhrases.Rows().SelectMany(r => r.Data.Item1.Split(' ')).Distinct(), "99999999999999", "٣", "0", "00/00/0000", "32", "-", "'", "the", "of", "to", "and"];
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            _ = DateTable.All(text, Any(random));
        }
        foreach (var hostile in (string[])["from 3 to 9 may ", "first day of ", "last month of ", "the week before ", "between 1 and 2 ", "monday to ", "since ", "1/2/3/", "2025-"])
            Assert.NotNull(DateTable.All(string.Concat(Enumerable.Repeat(hostile, 200)), DateTable.Wednesday));
    }

    private static DateReading Top(string phrase, DateContext context) => DateTable.Whole(phrase, context)[0];

    private static DateContext Any(Random random) => new(
        Instant.FromUtc(2015, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(12 * 365 * 24 * 60)), DateTimeZoneProviders.Tzdb[Zones[random.Next(Zones.Length)]],
        (IsoDayOfWeek)(random.Next(7) + 1), random.Next(12) + 1);
}
