using System.Net;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Replies.Summaries;
using SupportCopilot.Tests.Models;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies;

public sealed class SummariesByAModel : IAsyncLifetime
{
    private const string Problem = "The invoice for order A-55120 over EUR 49.90 was charged twice.";

    private ModelProduct product = null!;

    [Fact]
    public async Task Are_shown_where_their_words_stand_in_the_thread_and_keep_the_next_step()
    {
        var ticket = await HasTicket();
        product.Model.Answers = _ => Says(Problem, ["The desk asked for the invoice number."], ["When is one payment refunded?"]);

        var embedded = (await product.AssistAsync(ticket)).Summary;
        var summary = await SummaryOf(ticket);

        Assert.Equal(("model", Problem, embedded.NextStep), (summary.Source, summary.Problem, summary.NextStep));
        Assert.Equal(["The desk asked for the invoice number.", "Internal note: I checked the ledger, both payments are there."], summary.Done);
        Assert.Equal(["When is one payment refunded?"], summary.OpenQuestions);
        Assert.True((await product.AssistAsync(ticket)).CanBeSummarised);
    }

    [Theory]
    [InlineData("The invoice for order B-55120 was charged twice.", "another order")]
    [InlineData("The invoice over EUR 94.90 was charged twice.", "another amount")]
    [InlineData("The invoice over USD 49.90 was charged twice.", "another currency")]
    [InlineData("Nia and Walter were charged twice for the invoice.", "a name")]
    [InlineData("The invoice was charged twice, see https://evil.example.com.", "a link")]
    [InlineData("The <b>invoice</b> was charged twice.", "markup")]
    [InlineData("The customer threatens to sue the company and to call a newspaper tomorrow.", "what nobody said")]
    [InlineData("", "nothing")]
    public async Task Are_not_shown_where_they_hold(string problem, string what)
    {
        var ticket = await HasTicket();
        product.Model.Answers = _ => Says(problem, [], []);

        var summary = await SummaryOf(ticket);

        Assert.True(summary.Source == "extractive", what);
        Assert.Contains("charged", summary.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fall_back_while_the_model_is_down()
    {
        var ticket = await HasTicket();
        product.Model.Answers = _ => ScriptedAnswer.Error(500, "server_error", "The server had an error.");

        Assert.Equal("extractive", (await SummaryOf(ticket)).Source);
    }

    [Fact]
    public async Task Are_made_of_what_was_said_since_the_ticket_was_reopened_and_of_no_note()
    {
        await product.HasTicketsAsync([Sidebar.Ticket("Lamp", "The lamp is dark.", "We sent a new one.", "The new lamp flickers and hums.") with
        {
            Changes = [new IncomingChange(Sidebar.Day(0).AddMinutes(90), "status", "open", "solved"), new IncomingChange(Sidebar.Day(0).AddMinutes(121), "status", "solved", "open")],
        }]);
        var ticket = await product.DatabaseAsync(db => Task.FromResult(db.Tickets.Max(t => t.Id)));
        product.Model.Answers = _ => Says("The new lamp flickers and hums.", [], []);

        Assert.Equal("model", (await SummaryOf(ticket)).Source);

        var asked = product.Model.Calls.Last().Body;
        Assert.Contains("flickers", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("lamp is dark", asked, StringComparison.Ordinal);
        await SummaryOf(await HasTicket());
        Assert.DoesNotContain("ledger", product.Model.Calls.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_is_out_of_sight_are_not_there()
    {
        var ticket = await HasTicket();
        var client = product.As(Role.Agent, "stranger");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/tickets/{ticket}/summary", TestContext.Current.CancellationToken)).StatusCode);
    }

    private Task<Summary> SummaryOf(long ticket) => product.As(Role.Agent).GetAsync<Summary>($"/api/tickets/{ticket}/summary");

    private Task<long> HasTicket()
    {
        var ticket = Sidebar.Ticket("Invoice", "The invoice for order A-55120 over EUR 49.90 was charged twice. When is one payment refunded?", "Could you send us the invoice number? The desk needs it.", "I have no number. When is one payment refunded?");
        return product.HasTicketAsync(ticket with { Comments = [.. ticket.Comments!, new IncomingComment("9", "I checked the ledger, both payments are there.", AuthorKind.Agent, IsPublic: false, CreatedAt: Sidebar.Day(1))] });
    }

    private static ScriptedAnswer Says(string problem, string[] done, string[] open) =>
        ScriptedAnswer.Of(JsonSerializer.Serialize(new { problem, done, openQuestions = open }));

    public async ValueTask InitializeAsync() => product = await ModelProduct.StartAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();
}
