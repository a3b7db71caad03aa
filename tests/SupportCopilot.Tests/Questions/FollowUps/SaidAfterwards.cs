namespace SupportCopilot.Tests.Questions.FollowUps;

/// <summary>What a message in a conversation does to the question before it: it gets the figures of the question that says all of it at once.</summary>
public sealed class SaidAfterwards(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Theory]
    // add
    [InlineData("tickets last month", "and for chat?", "chat tickets last month")]
    [InlineData("tickets last month", "split that by agent", "tickets last month by agent")]
    [InlineData("tickets last month", "and by channel?", "tickets last month by channel")]
    [InlineData("tickets last month by category", "also show CSAT", "tickets and csat last month by category")]
    [InlineData("tickets last month", "only urgent ones", "tickets last month with priority urgent", "priority")]
    [InlineData("tickets last month", "just the billing ones", "billing tickets last month")]
    [InlineData("billing tickets last month", "also shipping", "billing or shipping tickets last month")]
    [InlineData("tickets last month", "compare with January", "tickets last month compared with January")]
    [InlineData("tickets last month", "compared with the same period last year", "tickets last month compared with the same period last year")]
    [InlineData("tickets last month", "weekly", "tickets last month per week")]
    // replace
    [InlineData("tickets in March by category", "what about February?", "tickets in February by category")]
    [InlineData("tickets from Fabrikam Ltd last month", "same for Contoso", "tickets from Contoso last month")]
    [InlineData("shipping tickets last month", "and for billing?", "billing tickets last month")]
    [InlineData("tickets last month per day", "make it weekly", "tickets last month per week")]
    [InlineData("tickets last month by channel", "by category instead", "tickets last month by category")]
    [InlineData("tickets last month by agent", "what about CSAT?", "csat last month by agent")]
    [InlineData("median first reply time last month by channel", "and the average?", "average first reply time last month by channel")]
    [InlineData("tickets last month", "how about January?", "tickets in January")]
    [InlineData("tickets last week by category", "and the week before?", "tickets the week before last by category")]
    [InlineData("tickets last month compared with the previous month", "what about January?", "tickets in January compared with the previous period")]
    // remove
    [InlineData("tickets with priority high last month by agent", "without the priority filter", "tickets last month by agent")]
    [InlineData("chat tickets last month", "for all channels", "tickets last month")]
    [InlineData("tickets last month by agent", "drop the agents", "tickets last month")]
    [InlineData("chat tickets last month by agent", "ignore the date", "chat tickets by agent")]
    [InlineData("tickets last month compared with the previous month", "without the comparison", "tickets last month")]
    [InlineData("billing or shipping tickets last month", "drop billing", "shipping tickets last month")]
    [InlineData("tickets last month per week by channel", "drop the weekly split", "tickets last month by channel")]
    [InlineData("chat tickets with priority high last month", "remove all filters", "tickets last month")]
    // shape
    [InlineData("tickets last month by channel", "as a percentage", "percentage breakdown of tickets last month by channel")]
    [InlineData("chat tickets last month", "as a percentage", "what share of tickets last month were chat?")]
    [InlineData("tickets last month by agent", "top 3 of these", "top 3 agents by tickets last month")]
    [InlineData("tickets last month by agent", "just the top 2", "top 2 agents by tickets last month")]
    [InlineData("tickets last month", "how many of those were billing?", "billing tickets last month")]
    [InlineData("tickets last month per week", "cumulative", "running total of tickets last month per week")]
    [InlineData("tickets last month by channel", "only chat", "tickets last month by channel with channel chat")]
    [InlineData("tickets last month in French", "in French and German", "tickets last month in French or German")]
    [InlineData("tickets last month by group", "just Billing", "tickets last month with group Billing by group")]
    [InlineData("tickets last month on weekends", "all days", "tickets last month")]
    [InlineData("what share of tickets last month were urgent priority?", "and high?", "what share of tickets last month were high priority?")]
    [InlineData("tickets last month by category excluding billing", "include billing again", "tickets last month by category")]
    [InlineData("web tickets last month", "how many of those were solved?", "web tickets created last month with status solved or closed")]
    [InlineData("csat last month by group", "which one is worse?", "group with the lowest csat last month")]
    [InlineData("billing tickets last month per week", "how many in total?", "billing tickets last month")]
    [InlineData("tickets last month by channel", "what's the total?", "tickets last month")]
    [InlineData("chat tickets last month", "and the others?", "tickets last month not via chat")]
    [InlineData("tickets last month", "no, I meant January", "tickets in January")]
    [InlineData("tickets last month by channel", "sorry, I meant by category", "tickets last month by category")]
    [InlineData("csat last month by channel", "response rate instead", "csat response rate last month by channel")]
    // a new topic
    [InlineData("chat tickets last month by agent", "tickets", "tickets")]
    [InlineData("urgent priority tickets last month by agent", "how many tickets were created in February?", "how many tickets were created in February?")]
    [InlineData("chat tickets last month by agent", "median first reply time this year by channel", "median first reply time this year by channel")]
    [InlineData("chat tickets last month", "how many tickets are open?", "how many tickets are open?")]
    public async Task Gets_what_the_whole_question_gets(string first, string then, string whole, string? picked = null)
    {
        var talk = new Conversing(desk);
        var before = await talk.SayAsync(first);
        Assert.True(before.GetProperty("kind").GetString() == "answer", $"{first}: {Conversing.Told(before)}");
        var answer = await talk.SayAsync(then);
        if (picked is not null && answer.GetProperty("kind").GetString() == "choices") answer = await talk.SayAsync(picked);
        var expected = await desk.AskAsync(whole);
        Assert.True(expected.GetProperty("kind").GetString() == "answer", $"{whole}: {Conversing.Told(expected)}");

        Assert.True(answer.GetProperty("kind").GetString() == "answer", $"{then}: {Conversing.Told(answer)}");
        Assert.Equal(expected.GetProperty("interpretation").GetString(), answer.GetProperty("interpretation").GetString());
        Assert.Equal(expected.GetProperty("rows").GetRawText(), answer.GetProperty("rows").GetRawText());
        Assert.Equal(expected.GetProperty("tickets").GetProperty("count").GetInt32(), answer.GetProperty("tickets").GetProperty("count").GetInt32());
    }
}
