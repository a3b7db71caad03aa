using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Background;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Bot;

/// <summary>A question that takes long is one message, which shows how far it is and then the answer.</summary>
public sealed class LongQuestionsInTeams : IAsyncLifetime
{
    private const string Question = "what are customers saying about checkout?";

    private readonly BotProduct _bot = BotProduct.With("SupportCopilot:Questions:BackgroundAfterSeconds=0");

    public async ValueTask InitializeAsync()
    {
        await _bot.InitializeAsync();
        await _bot.HasTicketAsync(new IncomingTicket("file", "t-1") { Subject = "Shop", Comments = [new("0", "The checkout is broken since Monday.")], Group = new("front", "Front") });
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task The_answer_takes_the_place_of_the_progress()
    {
        var said = Assert.Single(await _bot.SayAsync(Question, roles: "analyst"));
        Assert.Contains("Cancel", said.Words);

        await WorkAsync();
        await WorkAsync();

        var message = Assert.Single(_bot.Connector.Messages);
        Assert.Contains("The checkout is broken since Monday.", message.Value.ToString());
        Assert.DoesNotContain("question.cancel", message.Value.ToString());
        Assert.Single(_bot.Connector.Sent, call => call.Method == HttpMethod.Put);   // and not once more at the next look
    }

    [Fact]
    public async Task A_change_that_did_not_arrive_is_made_again()
    {
        await _bot.SayAsync(Question, roles: "analyst");
        _bot.Connector.FailNext(HttpStatusCode.BadGateway, times: 1);

        await WorkAsync();
        await WorkAsync();

        Assert.Contains("The checkout is broken since Monday.", Assert.Single(_bot.Connector.Messages).Value.ToString());
    }

    [Fact]
    public async Task Pressing_cancel_stops_it()
    {
        await _bot.SayAsync(Question, roles: "analyst");
        var id = await _bot.DatabaseAsync(db => db.Investigations.Select(i => i.Id).SingleAsync());

        var (_, strangers) = await _bot.SendAsync(BotProduct.Press("question.cancel", new JsonObject { ["question"] = id }, user: "bert", roles: "analyst"));
        Assert.Contains("Only the one who asked", strangers.ToString());
        var (_, answer) = await _bot.SendAsync(BotProduct.Press("question.cancel", new JsonObject { ["question"] = id }));
        await WorkAsync();

        Assert.Contains("Cancelled before it was done.", answer.ToString());
        Assert.Contains("Cancelled before it was done.", Assert.Single(_bot.Connector.Messages).Value.ToString());
        Assert.DoesNotContain("broken since Monday", _bot.Connector.Messages.Single().Value.ToString());
    }

    [Fact]
    public async Task A_channel_is_told_what_it_may_see_by_then()
    {
        var channel = await _bot.HasChannelAsync("19:front@thread.tacv2");
        await _bot.SayAsync(Question, roles: "analyst", conversation: "19:front@thread.tacv2", kind: "channel");
        await _bot.DatabaseAsync(async db =>
        {
            db.Conversations.Single(c => c.Id == channel).HasScope = false;
            return await db.SaveChangesAsync();
        });

        await WorkAsync();

        Assert.DoesNotContain("broken since Monday", _bot.Connector.Messages.Single().Value.ToString());
    }

    [Fact]
    public async Task Where_nobody_knows_whether_the_first_message_arrived_the_answer_is_sent_once()
    {
        _bot.Connector.ThrowNext(new HttpRequestException(HttpRequestError.ResponseEnded));
        await _bot.SayAsync(Question, roles: "analyst");
        await WorkAsync();
        await _bot.DatabaseAsync(async db =>
        {
            var row = await db.Investigations.SingleAsync();
            Assert.Null(row.MessageId);
            row.FinishedAt = row.FinishedAt!.Value.AddMinutes(-2);
            return await db.SaveChangesAsync();
        });

        await WorkAsync();
        await WorkAsync();

        Assert.Contains("The checkout is broken since Monday.", Assert.Single(_bot.Connector.Messages).Value.ToString());
    }

    private Task WorkAsync() => _bot.InsideAsync(async services =>
    {
        await services.GetRequiredService<WorkInvestigations>().RunAsync(0, TestContext.Current.CancellationToken);
        await services.GetRequiredService<ShowInConversation>().EndsAsync(TestContext.Current.CancellationToken);
    });
}
