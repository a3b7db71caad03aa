using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Teams.Turns;
using SupportCopilot.Tests.Clusters;

namespace SupportCopilot.Tests.Bot;

public sealed class TurnsThatTakeTime : IAsyncLifetime
{
    private readonly BotProduct _bot = BotProduct.With();

    public ValueTask InitializeAsync() => _bot.InitializeAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Are_acknowledged_and_answered_afterwards_once()
    {
        var release = new TaskCompletionSource();
        _bot.Connector.During = (call, _) => call.IsTyping ? Task.CompletedTask : release.Task;
        var question = BotProduct.Activity("message", "help");

        var first = await _bot.SendAtOnceAsync((JsonObject)question.DeepClone());
        var again = await _bot.SendAtOnceAsync(question);
        release.SetResult();

        Assert.Equal((202, 200), (first.Status, again.Status));
        await BotDesk.EventuallyAsync(() => Task.FromResult(_bot.Connector.Sent.Count == 1));
        await BotDesk.EventuallyAsync(() => _bot.DatabaseAsync(db => db.Turns.AllAsync(t => t.AnsweredAt != null && t.Message == null)));
        Assert.Single(_bot.Connector.Calls, call => !call.IsTyping);
    }

    [Fact]
    public async Task Of_a_press_get_words_at_once_and_the_card_afterwards()
    {
        var cluster = await _bot.HasClusterAsync();
        await _bot.HasChannelAsync("19:slow@thread.tacv2");
        var release = new TaskCompletionSource();
        _bot.Connector.During = (_, _) => release.Task;

        var (status, answer) = await _bot.SendAsync(BotProduct.Press(
            "cluster.approve", new JsonObject { ["cluster"] = cluster, ["version"] = 1 }, conversation: "19:slow@thread.tacv2", kind: "channel", card: "card-1"));
        release.SetResult();

        Assert.Equal((200, "application/vnd.microsoft.activity.message"), (status, answer.GetProperty("type").GetString()));
        await BotDesk.EventuallyAsync(() => Task.FromResult(_bot.Connector.Messages.TryGetValue("card-1", out var card) && card.GetRawText().Contains("Approved, not published", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whose_process_died_before_the_answer_left_are_answered_by_the_next()
    {
        await HasTurnAsync(begun: TimeSpan.FromMinutes(2));

        await FinishAsync();
        await FinishAsync();

        Assert.Contains("How to ask", Assert.Single(_bot.Connector.Sent).Words);
    }

    [Fact]
    public async Task Whose_process_died_while_the_answer_left_are_not_answered_twice_but_told_so()
    {
        await HasTurnAsync(begun: TimeSpan.FromMinutes(10), sending: TimeSpan.FromMinutes(10));

        await FinishAsync();
        await FinishAsync();

        Assert.Contains("I was restarted", Assert.Single(_bot.Connector.Sent).Words);
    }

    [Fact]
    public async Task That_somebody_still_works_on_are_left_alone()
    {
        await HasTurnAsync(begun: TimeSpan.FromSeconds(20));

        await FinishAsync();

        Assert.Empty(_bot.Connector.Calls);
    }

    [Fact]
    public async Task That_failed_three_times_are_given_up()
    {
        await HasTurnAsync(begun: TimeSpan.FromMinutes(2), attempts: 3);

        await FinishAsync();
        await FinishAsync();

        Assert.DoesNotContain("How to ask", Assert.Single(_bot.Connector.Sent).Words);
    }

    /// <summary>A turn as a process leaves it that dies: the message is answered, and its row set back.</summary>
    private async Task HasTurnAsync(TimeSpan begun, TimeSpan? sending = null, int attempts = 1)
    {
        _bot.Connector.ThrowNext(new HttpRequestException(HttpRequestError.ResponseEnded));
        string? message = null;
        _bot.Connector.During = async (call, _) =>
        {
            if (!call.IsTyping) message = await _bot.DatabaseAsync(db => db.Turns.Select(t => t.Message).SingleAsync());
        };
        await _bot.SendAsync(BotProduct.Activity("message", "help", conversation: "died"));
        _bot.Connector.During = (_, _) => Task.CompletedTask;
        await _bot.DatabaseAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var turn = await db.Turns.SingleAsync();
            (turn.AnsweredAt, turn.Message, turn.Attempts, turn.BegunAt, turn.SendingAt) = (null, message, attempts, now - begun, sending is { } ago ? now - ago : null);
            return await db.SaveChangesAsync();
        });
        _bot.Connector.Forget();
    }

    private Task FinishAsync() => _bot.InsideAsync(services => services.GetRequiredService<FinishTurns>().RunAsync(TestContext.Current.CancellationToken));
}
