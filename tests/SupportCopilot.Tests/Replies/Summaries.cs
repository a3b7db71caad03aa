using SupportCopilot.Replies.Summaries;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies;

public sealed class Summaries(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Say_the_problem_without_greeting_and_courtesies()
    {
        var summary = await Of("Hi there, I hope you are well. The export to Excel fails with error 500 since Monday. Any help would be appreciated. Best regards, Nia");

        Assert.Equal("The export to Excel fails with error 500 since Monday.", summary.Problem);
        Assert.StartsWith("Send a first reply", summary.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_what_the_desk_did_and_what_is_still_asked()
    {
        var summary = await Of(
            "I was charged twice for March. Can you refund one of the charges?",
            "Hi Nia, thanks for writing. I have refunded the second charge of 20 euros.",
            "Thank you, but when will the money be on my account?");

        Assert.Equal(["I have refunded the second charge of 20 euros."], summary.Done);
        Assert.Equal(["When will the money be on my account?"], summary.OpenQuestions);
        Assert.Equal("Answer the customer: one question is open.", summary.NextStep);
    }

    [Fact]
    public async Task Take_a_subject_that_asks_for_an_open_question_until_the_desk_has_written()
    {
        Assert.Equal(["Where is my refund?"], (await Of(Sidebar.Ticket("Re: Where is my refund?", "You confirmed it on Monday."))).OpenQuestions);
        Assert.Equal(["Where is my refund?"], (await Of(Sidebar.Ticket("Where is my refund?", "Order 12. Where is my refund?"))).OpenQuestions);
        Assert.Empty((await Of(Sidebar.Ticket("Where is my refund?", "You confirmed it.", "It left us on Monday.", "It is not here."))).OpenQuestions);
    }

    [Fact]
    public async Task Show_what_the_customer_was_asked_and_wait()
    {
        var summary = await Of("The export fails.", "Which browser do you use? Is there anything else I can help with?");

        Assert.Equal(["Asked of the customer: Which browser do you use?"], summary.OpenQuestions);
        Assert.Equal("Wait for the customer's answer.", summary.NextStep);
    }

    [Theory]
    [InlineData("hello rotamoor i made a typing mistake when i signed up", "I made a typing mistake when i signed up")]
    [InlineData("hola rotamoor no puedo entrar", "No puedo entrar")]
    [InlineData("hello yesterday i made a mistake when i signed up", "Yesterday i made a mistake when i signed up")]
    public async Task Leave_out_a_greeted_name_in_small_letters(string message, string problem) => Assert.Equal(problem, (await Of(message)).Problem);

    [Fact]
    public async Task Leave_out_the_names_that_people_write_below_their_words()
    {
        var summary = await Of("The export fails with error 12.\n\nNia", "I have restarted the export.\n\nHave a nice day!\nHannes", "It works for ten rows only.\nNia Obi - Silver Birch Brewery");

        Assert.DoesNotContain("Nia", summary.Problem, StringComparison.Ordinal);
        Assert.Equal(["I have restarted the export."], summary.Done);
    }

    [Fact]
    public async Task Prefer_the_matter_to_what_is_said_beside_it()
    {
        var summary = await Of(Sidebar.Ticket("Arrived broken", "I rang your hotline but was number 13 in the queue. My colleague Tyler is in copy. The screen of the reader came with a crack. It is really annoying. Can you look into this?"));

        Assert.Equal("The screen of the reader came with a crack.", summary.Problem);
    }

    [Fact]
    public async Task Name_the_matter_by_the_subject_where_the_words_do_not()
    {
        var summary = await Of(Sidebar.Ticket("Cancel our zither subscription", "My colleague Tyler is in copy. Can you look into this?"));

        Assert.StartsWith("Cancel our zither subscription. ", summary.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_the_matter_where_a_reopened_ticket_only_says_that_it_still_fails()
    {
        var ticket = Sidebar.Ticket("Printer", "The printer is jammed.", "I have sent a technician.", "Thanks, solved.", "Great!", "It worked once. Since then the same as before.") with
        {
            Changes =
            [
                new IncomingChange(Sidebar.Day(0).AddHours(3.5), "status", TicketStatus.Open, TicketStatus.Solved),
                new IncomingChange(Sidebar.Day(0).AddHours(4), "status", TicketStatus.Solved, TicketStatus.Open),
            ],
        };

        var seen = await product.AssistAsync(await product.HasTicketAsync(ticket));

        Assert.StartsWith("The printer is jammed.", seen.Summary.Problem, StringComparison.Ordinal);
        Assert.EndsWith("same as before.", seen.Summary.Problem, StringComparison.Ordinal);
        Assert.Contains("I have sent a technician.", seen.Summary.Done);
        Assert.Equal("Answer the reopened ticket: what was advised has not solved it.", seen.Summary.NextStep);
    }

    [Fact]
    public async Task Tell_what_the_customer_has_tried()
    {
        var summary = await Of("The export fails with error 12. I restarted the server and cleared the cache.");

        Assert.Equal(["Tried by the customer: I restarted the server and cleared the cache."], summary.Done);
    }

    [Theory]
    [InlineData("こんにちは。\n注文した荷物がまだ届いていません。荷物はどこにありますか？", "注文した荷物がまだ届いていません。 荷物はどこにありますか？", "荷物はどこにありますか？")]
    [InlineData("مرحبا،\nلم تصل شحنتي حتى الآن. أين شحنتي؟\nشكرا", "لم تصل شحنتي حتى الآن. أين شحنتي؟", "أين شحنتي؟")]
    [InlineData("Guten Tag,\nmein Paket ist noch nicht angekommen. Wo ist das Paket?\nViele Grüße", "Mein Paket ist noch nicht angekommen.", "Wo ist das Paket?")]
    public async Task Read_questions_and_greetings_of_other_languages(string message, string problem, string question)
    {
        var summary = await Of(message);

        Assert.StartsWith(problem, summary.Problem, StringComparison.Ordinal);
        Assert.Equal([question], summary.OpenQuestions);
    }

    [Fact]
    public async Task Keep_the_thing_that_an_angry_first_sentence_names()
    {
        var summary = await Of(Sidebar.Ticket("I am so frustrated with the WeatherShield Jacket!", "I am so frustrated with the WeatherShield Jacket! It lets the rain through and I expect better quality."));

        Assert.Contains("WeatherShield Jacket", summary.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_no_mailbox_for_the_customer()
    {
        var summary = await Of("The export fails with error 12.", "Which browser do you use?", "I am out of the office until 25 November with limited access to mail.");

        Assert.Equal("The export fails with error 12.", summary.Problem);
        Assert.Equal("Wait for the customer's answer.", summary.NextStep);
    }

    [Theory]
    [InlineData("I want a refund for this broken lamp.", "refund")]
    [InlineData("Please cancel my subscription.", "cancellation")]
    [InlineData("I want to speak to a manager about this.", "escalation")]
    [InlineData("Still no answer about my broken lamp.", "still waiting")]
    public async Task Name_what_the_customer_wants_done(string message, string expected) =>
        Assert.Contains(expected, (await Of(message)).NextStep, StringComparison.Ordinal);

    [Fact]
    public async Task Follow_the_thread_after_it_was_reopened()
    {
        var ticket = Sidebar.Ticket("Printer", "The printer is jammed.", "I have sent a technician.", "Fixed, thanks.", "Great!", "Now the scanner fails with error 12.") with
        {
            Changes =
            [
                new IncomingChange(Sidebar.Day(0).AddHours(3.5), "status", TicketStatus.Open, TicketStatus.Solved),
                new IncomingChange(Sidebar.Day(0).AddHours(4), "status", TicketStatus.Solved, TicketStatus.Open),
            ],
        };

        var summary = (await product.AssistAsync(await product.HasTicketAsync(ticket))).Summary;

        Assert.Equal("Now the scanner fails with error 12.", summary.Problem);
        Assert.Empty(summary.Done);
        Assert.StartsWith("Answer the reopened ticket", summary.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_came_with_an_import_are_never_shown_as_ours()
    {
        var ticket = Sidebar.Ticket("Printer", "The printer is jammed.") with
        {
            Fields = new Dictionary<string, string> { ["ShortSummary"] = "IMPORTED printer trouble", ["LongSummary"] = "IMPORTED a long story" },
        };

        var seen = await product.AssistAsync(await product.HasTicketAsync(ticket));

        Assert.Equal("The printer is jammed.", seen.Summary.Problem);
        Assert.DoesNotContain("IMPORTED", System.Text.Json.JsonSerializer.Serialize(seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_silent_with_a_reason_on_an_empty_thread()
    {
        var ticket = new IncomingTicket("file", "empty") { Subject = "Nothing", Status = TicketStatus.New };

        var seen = await product.AssistAsync(await product.HasTicketAsync(ticket));

        Assert.NotEmpty(seen.Summary.SilentBecause!);
        Assert.Null(seen.Summary.Problem);
        Assert.NotEmpty(seen.Reply.SilentBecause!);
    }

    private Task<Summary> Of(params string[] messages) => Of(Sidebar.Ticket("", messages));

    private async Task<Summary> Of(IncomingTicket ticket) => (await product.AssistAsync(await product.HasTicketAsync(ticket))).Summary;
}
