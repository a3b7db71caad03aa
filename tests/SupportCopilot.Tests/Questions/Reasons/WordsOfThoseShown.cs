namespace SupportCopilot.Tests.Questions.Reasons;

/// <summary>Behind an answer «they» and «those» are the tickets that it showed; nobody's words stand in for theirs.</summary>
public sealed class WordsOfThoseShown(WhyDesk desk) : IClassFixture<WhyDesk>
{
    [Theory]
    [InlineData("what did they say?")]
    [InlineData("what are those customers saying?")]
    [InlineData("what did they tell us")]
    public async Task Are_theirs_alone(string question)
    {
        var conversation = Guid.NewGuid().ToString();
        var shown = await desk.AskAsync("shipping tickets in March", conversation: conversation);

        var answer = await desk.AskAsync(question, conversation: conversation);

        Assert.Equal(("answer", 30), (answer.Kind(), answer.Count()));
        Assert.Equal((await desk.DrillAsync(shown)).Order(), (await desk.DrillAsync(answer)).Order());
        Assert.All(answer.Quotes(), quote => Assert.StartsWith("The parcel is late", quote.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task About_something_are_of_those_who_speak_of_it()
    {
        var conversation = Guid.NewGuid().ToString();
        await desk.AskAsync("billing tickets in March", conversation: conversation);

        var answer = await desk.AskAsync("what do they say about checkout?", conversation: conversation);

        Assert.Equal(12, answer.Count());   // three spoke of it in February
    }

    [Fact]
    public async Task Are_not_given_for_all_where_some_were_chosen()
    {
        var conversation = Guid.NewGuid().ToString();
        await desk.AskAsync("top 1 categories in March", conversation: conversation);

        Assert.Equal("refusal", (await desk.AskAsync("what did they say?", conversation: conversation)).Kind());
    }

    [Fact]
    public async Task Are_asked_back_for_where_nothing_was_shown() => Assert.Equal("refusal", (await desk.AskAsync("what are those customers saying?")).Kind());

    [Theory]
    [InlineData("quotes from customers about checkout", 15)]
    [InlineData("give me three quotes about checkout", 15)]
    [InlineData("show me 3 quotes from our customers about checkout in March", 12)]
    [InlineData("top complaints in March", 12)]
    public async Task Are_asked_for_in_many_ways(string question, int tickets)
    {
        var answer = await desk.AskAsync(question);

        Assert.Equal(("answer", tickets), (answer.Kind(), answer.Count()));
    }

    [Fact]
    public async Task Of_no_period_are_said_to_be_of_any_time() =>
        Assert.Contains("created at any time", (await desk.AskAsync("what are customers saying about checkout?")).Words());

    [Theory]
    [InlineData("what did customers write about in March?")]
    [InlineData("what did people talk about during March?")]
    public async Task Have_no_topic_where_a_period_follows(string question)
    {
        var all = await desk.AskAsync("tickets in March");

        var answer = await desk.AskAsync(question);

        Assert.Equal(("answer", all.Count()), (answer.Kind(), answer.Count()));
    }

    [Theory]
    [InlineData("give me 2 quotes about checkout", 2)]
    [InlineData("show me one quote about checkout", 1)]
    public async Task Are_as_many_as_were_asked_for(string question, int quotes) => Assert.Equal(quotes, (await desk.AskAsync(question)).Quotes().Count());

    [Fact]
    public async Task Are_about_no_number_that_is_the_figure_itself()
    {
        var answer = await desk.AskAsync("why were there 90 shipping tickets in March?");

        Assert.Equal(30, answer.Count());
        Assert.DoesNotContain("about \"90\"", answer.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("why did nothing change in March?")]
    [InlineData("what did customers say about everything?")]
    public async Task Are_about_no_word_that_means_nothing(string question) => Assert.Equal("refusal", (await desk.AskAsync(question)).Kind());
}
