namespace SupportCopilot.Tests.Questions.Reasons;

/// <summary>What may be quoted, and what never.</summary>
public sealed class CustomersWords(WhyDesk desk) : IClassFixture<WhyDesk>
{
    [Fact]
    public async Task Of_an_organization_about_something_are_counted_quoted_and_listed()
    {
        var answer = await desk.AskAsync("what did Contoso say about the new invoice in March?");

        Assert.Equal(("answer", 3), (answer.Kind(), answer.Count()));
        Assert.Equal(3, answer.GetProperty("quotes").GetArrayLength());
        Assert.All(answer.Quotes(), quote => Assert.StartsWith("The new invoice number", quote.GetProperty("text").GetString()));
        Assert.Equal(3, (await desk.DrillAsync(answer)).Count);
    }

    [Theory]
    [InlineData("what are customers saying about checkout?")]
    [InlineData("show me complaints about checkout")]
    [InlineData("find tickets about checkout")]
    [InlineData("why are customers complaining about checkout?")]
    [InlineData("what did customers say in March?")]
    [InlineData("why did tickets rise in March?")]
    [InlineData("quotes about checkout being declined")]
    public async Task Are_never_notes_agents_or_others_words(string question)
    {
        var answer = (await desk.AskAsync(question)).ToString();

        Assert.Contains("checkout", answer);
        foreach (var canary in new[] { WhyDesk.Note, WhyDesk.Agent, WhyDesk.Rival, WhyDesk.Copied }) Assert.DoesNotContain(canary, answer);
    }

    [Fact]
    public async Task Alone_decide_what_a_ticket_speaks_about()
    {
        var answer = await desk.AskAsync("what are customers saying about checkout?");

        Assert.Equal(15, answer.Count());   // not the ten whose notes, agents and copied readers speak of it
        Assert.Equal(desk.Said.Where(said => said.Value.Contains("checkout", StringComparison.Ordinal) && !said.Value.Contains(WhyDesk.Rival, StringComparison.Ordinal)).Select(said => said.Key).Order(), (await desk.DrillAsync(answer)).Order());
        Assert.Equal(0, (await desk.AskAsync("what are customers saying about check?")).Count());   // a word is a whole word
    }

    [Fact]
    public async Task Out_of_sight_are_neither_counted_nor_quoted()
    {
        await using var own = new WhyDesk();
        await own.InitializeAsync();
        await own.HasTicketsAsync([own.Make(3, "billing", "payment failed", "negative", $"{WhyDesk.Secret} checkout fails for us", "Secret"), own.Make(3, "billing", "payment failed", "negative", "The checkout of the desk in sight fails", "Front")]);
        await own.AskAsync("tickets", "limited");
        var seen = await own.AskAsync("what are customers saying about checkout?", "everyone");
        await own.LimitAsync("limited", "Front");

        var answer = await own.AskAsync("what are customers saying about checkout?", "limited");

        Assert.Equal((1, 17), (answer.Count(), seen.Count()));
        Assert.Equal("The checkout of the desk in sight fails", Assert.Single(answer.Quotes()).GetProperty("text").GetString());
        Assert.DoesNotContain(WhyDesk.Secret, answer.ToString());
        await own.LimitAsync("everyone", "Front");
        Assert.Equal("refusal", (await own.QuestionAsync(seen, "everyone")).Kind());   // what was quoted then is not shown to who may not read it now
    }

    [Fact]
    public async Task Of_somebody_who_is_not_there_are_refused_by_name()
    {
        var answer = await desk.AskAsync("what did Rivalcorp say about checkout?");

        Assert.NotEqual("answer", answer.Kind());
        Assert.Contains("Rivalcorp", answer.Words());
    }

    [Fact]
    public async Task That_say_the_same_are_quoted_once()
    {
        await using var own = new WhyDesk();
        await own.InitializeAsync();
        await own.HasTicketsAsync([.. new[] { "The zeppelin is late again!", "the zeppelin is late again", "The zeppelin is late again." }.Select(said => own.Make(3, "shipping", "late delivery", "negative", said))]);

        var answer = await own.AskAsync("what are customers saying about the zeppelin?");

        Assert.Equal(3, answer.Count());
        Assert.Single(answer.Quotes());
    }

    [Fact]
    public async Task Are_said_to_be_absent_where_nobody_wrote_of_it()
    {
        var answer = await desk.AskAsync("what are customers saying about zeppelins?");

        Assert.Equal(("answer", 0), (answer.Kind(), answer.Count()));
        Assert.StartsWith("No tickets about \"zeppelins\"", answer.Words());
        Assert.Empty(answer.Quotes());
    }
}
