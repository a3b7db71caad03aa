using SupportCopilot.Reports.Wishes;

namespace SupportCopilot.Tests.Reports;

public sealed class DigestWishes
{
    [Theory]
    [InlineData("send the digest here every Monday at 9", DayOfWeek.Monday, 540, null)]
    [InlineData("Please send the weekly digest here every Monday at 9.", DayOfWeek.Monday, 540, null)]
    [InlineData("post the digest on Fridays at 16:30", DayOfWeek.Friday, 990, null)]
    [InlineData("can you post our digest here each thu at 4 pm", DayOfWeek.Thursday, 960, null)]
    [InlineData("send us the digest every Tuesday 8.15am", DayOfWeek.Tuesday, 495, null)]
    [InlineData("I'd like the digest sent…", null, 0, null)]
    [InlineData("send the digest", DayOfWeek.Monday, 540, null)]
    [InlineData("schedule the digest for Sunday at noon", DayOfWeek.Sunday, 720, null)]
    [InlineData("move the digest to Wednesday at midnight", DayOfWeek.Wednesday, 0, null)]
    [InlineData("send the digest on monday at 9:00 Europe/London time", DayOfWeek.Monday, 540, "Europe/London")]
    [InlineData("send the digest mondays at 12am in america/new_york", DayOfWeek.Monday, 0, "America/New_York")]
    [InlineData("SEND THE DIGEST EVERY SATURDAY AT 12PM UTC", DayOfWeek.Saturday, 720, "UTC")]
    public void To_start_are_read_with_day_time_and_zone(string text, DayOfWeek? day, int minute, string? zone)
    {
        var wish = ReadDigestWish.Of(text);
        if (day is null) Assert.Null(wish);
        else Assert.Equal((day.Value, minute, zone), (wish!.Times!.Day, wish.Times.MinuteOfDay, wish.Times.TimeZone));
    }

    [Theory]
    [InlineData("stop the digest")]
    [InlineData("Stop sending the digest here, please!")]
    [InlineData("cancel our weekly digest")]
    [InlineData("no more digests")]
    public void To_stop_are_read(string text) => Assert.True(ReadDigestWish.Of(text) is { Times: null, Problem: null });

    [Theory]
    [InlineData("send the digest to my boss on Monday", "boss")]
    [InlineData("send the digest every Monday at 25", "25")]
    [InlineData("send the digest every Monday and Friday at 9", "one day")]
    [InlineData("send the digest at 9 and 10", "one day and one time")]
    [InlineData("send the digest daily at 9", "once a week")]
    [InlineData("send the digest every other Monday at 9", "other")]
    [InlineData("stop the digest on Friday", "Friday")]
    [InlineData("send the billing digest every Monday", "billing")]
    [InlineData("send the digest at 9 in Middle/Earth", "Middle/Earth")]
    public void That_hold_a_word_without_a_place_are_asked_back_and_the_word_is_named(string text, string named) =>
        Assert.Contains(named, ReadDigestWish.Of(text)!.Problem);

    [Theory]
    [InlineData("how many tickets were created last week")]
    [InlineData("how many tickets mention digest")]
    [InlineData("what is the digest about")]
    [InlineData("send me the tickets of last week")]
    [InlineData("stop")]
    [InlineData("")]
    public void About_something_else_are_left_to_others(string text) => Assert.Null(ReadDigestWish.Of(text));
}
