namespace SupportCopilot.Tests.Questions.FollowUps;

/// <summary>What people say after an answer without the words of a question: as p90, put chat back, did she, which of them, never mind.</summary>
public sealed class TurnsInOtherWords(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    public static TheoryData<string[], string> Understood => new()
    {
        { ["median resolution time last month by group", "as p90"], "Changed: 90th percentile of resolution time instead of median resolution time." },
        { ["tickets last month by channel", "without chat", "put chat back"], "Changed: channel is not chat removed." },
        { ["tickets last month by channel", "as a chart"], "Nothing changed; it was so already." },
        { ["vip tickets last month", "not vip"], "Changed: tag is not vip instead of tag vip." },
        { ["tickets last month by channel", "no channels"], "Changed: no longer by channel." },
        { ["tickets per day last week", "split by channel"], "Changed: by channel." },
        { ["open tickets by priority", "and those older than a week"], "Changed: age (minutes) more than 10080 added." },
        { ["tickets solved by Priya Raman last month", "her CSAT", "how many did she solve in January?"], "solved tickets instead of CSAT" },
        { ["CSAT for Jonas Brandt and Priya Raman this year", "which of them has the better CSAT?"], "Changed: by agent; the highest 1." },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public async Task Are_understood_and_the_change_is_said(string[] turns, string told)
    {
        var answer = await new Conversing(desk).SayAllAsync(turns);

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Contains(told, answer.GetProperty("text").GetString());
    }

    public static TheoryData<string[]> Doubtful => new()
    {
        new[] { "sla by group this year", "worst two", "by agent for those" },
        new[] { "tickets last month", "no channel" },
        new[] { "CSAT for Jonas Brandt and Priya Raman this year", "and the faster first reply?" },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task Are_refused_where_a_word_would_be_dropped(string[] turns)
    {
        var answer = await new Conversing(desk).SayAllAsync(turns);

        Assert.Equal("refusal", answer.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("never mind")]
    [InlineData("forget it")]
    public async Task Begin_anew(string said)
    {
        var talk = new Conversing(desk);
        await talk.SayAllAsync("urgent tickets last month");

        Assert.Equal("saved", (await talk.SayAsync(said)).GetProperty("kind").GetString());
        Assert.Equal("refusal", (await talk.SayAsync("and by channel?")).GetProperty("kind").GetString());
    }
}
