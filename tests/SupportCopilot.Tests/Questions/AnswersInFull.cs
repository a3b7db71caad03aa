using System.Text.Json;
using NodaTime;

namespace SupportCopilot.Tests.Questions;

/// <summary>What stands beside a figure: its chart, the period before, what to mind, and how it was computed.</summary>
public sealed class AnswersInFull(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Theory]
    [InlineData("tickets per week this year", "line")]
    [InlineData("tickets per month this year by channel", "line")]
    [InlineData("tickets by category", "bar")]
    [InlineData("tickets by category and priority", "stackedBar")]
    [InlineData("median first reply time by category and priority", "groupedBar")]
    [InlineData("tickets last month by category compared with the previous period", "groupedBar")]
    [InlineData("share of tickets by channel", "bar")]
    public async Task Have_the_chart_that_fits(string question, string type) =>
        Assert.Equal(type, (await desk.AskAsync(question)).GetProperty("chart").GetProperty("type").GetString());

    [Theory]
    [InlineData("How many tickets were created last month?")]   // a figure has nothing to draw
    [InlineData("tickets by channel and hour of day")]          // 24 series are a table
    public async Task Are_a_table_where_no_chart_fits(string question)
    {
        var answer = await desk.AskAsync(question);

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("chart").ValueKind);
        Assert.NotEqual(0, answer.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task State_figure_period_zone_and_filter()
    {
        var answer = await desk.AskAsync("tickets with priority urgent from chat in February 2026");
        var count = desk.Live.Count(t => t.Channel == "chat" && t.Given?.Priority == "urgent" && DayOf(t.CreatedAt) is { Year: 2026, Month: 2 });

        var text = answer.GetProperty("text").GetString()!;
        Assert.StartsWith($"{count} ticket", text);
        Assert.Contains("urgent", text);
        Assert.Contains("chat", text);
        Assert.Contains("1–28 Feb 2026", text);
        Assert.Contains(QuestionDesk.Zone, answer.GetProperty("interpretation").GetString());
    }

    [Fact]
    public async Task Mention_the_period_before_unasked_with_its_exact_count()
    {
        var text = (await desk.AskAsync("How many tickets were created in February 2026?")).GetProperty("text").GetString();
        var january = desk.Live.Count(t => DayOf(t.CreatedAt) is { Year: 2026, Month: 1 });

        Assert.Contains($"than 1–31 Jan 2026 ({january})", text);
    }

    [Theory]
    [InlineData("tickets this month", "is not over yet")]
    [InlineData("tickets per week last month", "counted only in part")]
    [InlineData("median first reply time per day last week by agent", "Some figures are made of fewer than 5 tickets.")]
    [InlineData("tickets by tag", "A ticket with several tags counts under each.")]
    public async Task Say_what_to_mind(string question, string minded) => Assert.Contains(minded, (await desk.AskAsync(question)).GetProperty("text").GetString());

    [Theory]
    [InlineData("median first reply time last month", "the exact middle value")]
    [InlineData("90th percentile of first reply time last month", "90 % of the tickets do not exceed")]
    [InlineData("solved tickets last month", "by when they were last solved")]
    [InlineData("tickets last month compared with the previous period", "the same elapsed length")]
    public async Task Say_how_they_were_computed(string question, string how) =>
        Assert.Contains(how, string.Join(' ', (await desk.AskAsync(question)).GetProperty("howComputed").EnumerateArray().Select(line => line.GetString())));

    private static LocalDate? DayOf(DateTime? at) => at is { } utc ? Instant.FromDateTimeUtc(utc).InZone(DateTimeZoneProviders.Tzdb[QuestionDesk.Zone]).Date : null;
}
