using NodaTime;
using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Tests.Questions.Dates;

/// <summary>What readings say besides their days.</summary>
public sealed class DateReadings
{
    [Theory]
    [InlineData("last 7 days", "2026-03-11..2026-03-17", "2026-03-12..2026-03-18")]
    [InlineData("last 3 months", "2025-12-18..2026-03-17", "2025-12-01..2026-02-28")]
    [InlineData("last two quarters", "2025-07-01..2025-12-31", "2025-09-18..2026-03-17")]
    [InlineData("past week", "2026-03-11..2026-03-17", "2026-03-09..2026-03-15")]
    [InlineData("last month", "2026-02-01..2026-02-28", "2026-02-18..2026-03-17")]
    [InlineData("in March", "2026-03-01..2026-03-31", "2025-03-01..2025-03-31")]
    [InlineData("first week of February", "2026-02-02..2026-02-08", "2026-02-01..2026-02-07")]
    public void Have_a_second_meaning_with_another_label(string phrase, string first, string second)
    {
        var read = DateTable.Whole(phrase, DateTable.Wednesday);

        Assert.Equal((first, second), (read[0].Days(), read[1].Days()));
        Assert.True(read[0].Score - read[1].Score >= .05);
        Assert.NotEqual(read[0].Label, read[1].Label);
    }

    [Theory]
    [InlineData("09/03/2026")]
    [InlineData("last Monday")]
    [InlineData("last January")]
    [InlineData("three weeks ago")]
    [InlineData("on Wednesday")]
    [InlineData("last fortnight")]
    [InlineData("Mar 25")]
    [InlineData("26-10-05")]
    [InlineData("winter 2024")]
    [InlineData("the Easter weekend")]
    [InlineData("the month to 15 February")]
    public void Are_as_good_as_equal_where_people_differ(string phrase)
    {
        var read = DateTable.Whole(phrase, DateTable.Wednesday);

        Assert.True(read.Count >= 2 && read[0].Score - read[1].Score < .1, string.Join("; ", read));
    }

    [Fact]
    public void Read_day_and_month_in_the_tenants_order_first()
    {
        Assert.Equal("2026-03-09..2026-03-09", DateTable.Whole("09/03/2026", DateTable.Wednesday)[0].Days());
        Assert.Equal("2026-09-03..2026-09-03", DateTable.Whole("09/03/2026", DateTable.Wednesday with { MonthFirst = true })[0].Days());
        Assert.Single(DateTable.Whole("13/02/2026", DateTable.Wednesday with { MonthFirst = true }));
    }

    [Theory]
    [InlineData("this week", true, false)]
    [InlineData("today", true, false)]
    [InlineData("last week", false, false)]
    [InlineData("this year to date", true, false)]
    [InlineData("next week", false, true)]
    [InlineData("tomorrow", false, true)]
    [InlineData("this Friday", false, true)]
    [InlineData("tonight", false, true)]
    [InlineData("since 1 June 2026", false, true)]
    public void Say_whether_they_are_over_and_whether_they_have_begun(string phrase, bool isPartial, bool isFuture)
    {
        var read = DateTable.Whole(phrase, DateTable.Wednesday)[0];

        Assert.Equal((isPartial, isFuture), (read.IsPartial, read.IsFuture));
    }

    [Theory]
    [InlineData("weekends in February", "Saturday,Sunday", false)]
    [InlineData("weekdays last week", "Monday,Tuesday,Wednesday,Thursday,Friday", false)]
    [InlineData("on Mondays and Tuesdays in February", "Monday,Tuesday", false)]
    [InlineData("working days last month", "Monday,Tuesday,Wednesday,Thursday,Friday", true)]
    [InlineData("last 5 working days", "Monday,Tuesday,Wednesday,Thursday,Friday", true)]
    [InlineData("every Monday in February", "Monday", false)]
    public void Keep_days_of_the_week_as_a_condition(string phrase, string days, bool wantsHolidays)
    {
        var filter = DateTable.Whole(phrase, DateTable.Wednesday)[0].Days;

        Assert.NotNull(filter);
        Assert.Equal((days, wantsHolidays), (string.Join(',', filter.DaysOfWeek), filter.WantsHolidayCalendar));
    }

    [Theory]
    [InlineData("last 24 hours", "2026-03-17T14:30:00Z", "2026-03-18T14:30:00Z")]
    [InlineData("last 90 minutes", "2026-03-18T13:00:00Z", "2026-03-18T14:30:00Z")]
    [InlineData("this morning", "2026-03-18T00:00:00Z", "2026-03-18T12:00:00Z")]
    [InlineData("between 2pm and 5pm yesterday", "2026-03-17T14:00:00Z", "2026-03-17T17:00:00Z")]
    [InlineData("yesterday between 2 and 5pm", "2026-03-17T14:00:00Z", "2026-03-17T17:00:00Z")]
    [InlineData("from 9am to 5pm on Monday", "2026-03-16T09:00:00Z", "2026-03-16T17:00:00Z")]
    [InlineData("since 9am", "2026-03-18T09:00:00Z", "2026-03-18T14:30:00Z")]
    [InlineData("from 4pm yesterday to 9am today", "2026-03-17T16:00:00Z", "2026-03-18T09:00:00Z")]
    [InlineData("last night", "2026-03-17T18:00:00Z", "2026-03-18T06:00:00Z")]
    public void Are_exact_to_the_instant_where_hours_were_named(string phrase, string from, string to)
    {
        var bounds = DateTable.Whole(phrase, DateTable.Wednesday)[0].Bounds(DateTable.London);

        Assert.Equal((from, to), (bounds.From.ToString(), bounds.To.ToString()));
    }

    [Theory]
    [InlineData("2026-03-29T12:00", "today", 23)]          // clocks go forward in London
    [InlineData("2025-10-26T12:00", "today", 25)]          // and back
    [InlineData("2026-03-30T09:00", "yesterday", 23)]
    [InlineData("2026-03-30T09:00", "last week", 7 * 24 - 1)]
    [InlineData("2026-04-07T09:00", "last month", 31 * 24 - 1)]
    public void Have_the_hours_that_the_clock_gave_them(string now, string phrase, int hours)
    {
        var (from, to) = DateTable.Whole(phrase, DateTable.At(now))[0].Bounds(DateTable.London);

        Assert.Equal(Duration.FromHours(hours), to - from!.Value);
    }

    [Fact]
    public void Follow_the_fiscal_year_where_there_is_one_and_say_so()
    {
        var fiscal = DateTable.Wednesday with { FiscalYearStartMonth = 4 };   // fiscal 2026 is April 2025 – March 2026

        Assert.Equal("2025-04-01..2026-03-31", DateTable.Whole("this fiscal year", fiscal)[0].Days());
        Assert.Equal("2024-04-01..2025-03-31", DateTable.Whole("FY25", fiscal)[0].Days());
        Assert.Equal("2024-04-01..2025-03-31", DateTable.Whole("financial year 2024/25", fiscal)[0].Days());
        Assert.Equal("2025-07-01..2025-09-30", DateTable.Whole("fiscal Q2", fiscal)[0].Days());
        Assert.Equal("2025-07-01..2025-09-30", DateTable.Whole("Q2 FY26", fiscal)[0].Days());
        Assert.Equal("2025-04-01..2026-03-18", DateTable.Whole("fiscal year to date", fiscal)[0].Days());
        Assert.Contains("fiscal", DateTable.Whole("Q2", fiscal)[1].Label, StringComparison.Ordinal);
        Assert.Equal("2025-07-01..2025-09-30", DateTable.Whole("Q2", fiscal)[1].Days());
    }

    [Fact]
    public void Begin_weeks_on_the_tenants_day()
    {
        var sunday = DateTable.Wednesday with { FirstDayOfWeek = IsoDayOfWeek.Sunday };

        Assert.Equal("2026-03-15..2026-03-21", DateTable.Whole("this week", sunday)[0].Days());
        Assert.Equal("2026-03-08..2026-03-14", DateTable.Whole("last week", sunday)[0].Days());
        Assert.Equal("2025-12-28..2026-01-03", DateTable.Whole("week 1", sunday)[0].Days());
    }

    [Theory]
    [InlineData("the month before")]
    [InlineData("same week last year")]
    [InlineData("same period last year")]
    public void Lean_on_another_period_where_the_words_do(string phrase) =>
        Assert.True(DateTable.Whole(phrase, DateTable.Wednesday)[0].IsBackReference);

    [Fact]
    public void Are_found_amid_other_words_with_the_words_that_lead_to_them()
    {
        var found = DateTable.All("how many urgent tickets did Maria solve in the week before last by channel?", DateTable.Wednesday);

        var longest = found.MaxBy(r => r.Length)!;
        Assert.Equal((7, 5, "2026-03-02..2026-03-08"), (longest.Start, longest.Length, longest.Days()));
        Assert.All(found, r => Assert.InRange(r.Start, 7, 11));
    }
}
