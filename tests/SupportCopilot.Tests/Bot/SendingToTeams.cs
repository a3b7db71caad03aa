using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Teams.Sending;
using SupportCopilot.Teams.Turns;

namespace SupportCopilot.Tests.Bot;

public sealed class SendingToTeams : IAsyncLifetime
{
    private static readonly TimeSpan NoWait = TimeSpan.Zero;

    private readonly BotProduct _bot = BotProduct.With();

    public ValueTask InitializeAsync() => _bot.InitializeAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task An_answer_is_tried_again_after_a_failure_that_passes(HttpStatusCode status)
    {
        _bot.Connector.FailNext(status, NoWait, times: 2);

        Assert.Contains("How to ask", Assert.Single(await _bot.SayAsync("help")).Words);
        Assert.Equal(3, _bot.Connector.Calls.Count(c => !c.IsTyping));
    }

    [Fact]
    public async Task It_waits_as_long_as_the_other_side_asks()
    {
        _bot.Connector.FailNext(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        await _bot.SayAsync("help");

        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(1), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task An_answer_whose_confirmation_was_lost_is_not_sent_again()
    {
        _bot.Connector.ThrowNext(new HttpRequestException(HttpRequestError.ResponseEnded), afterTaking: true);
        var question = BotProduct.Activity("message", "help");

        await _bot.SendAsync((JsonObject)question.DeepClone());
        await _bot.SendAsync(question);

        Assert.Equal(1, _bot.Connector.Calls.Count(c => !c.IsTyping));
    }

    [Fact]
    public async Task An_answer_that_could_not_leave_is_sent_when_the_message_is_taken_up_again()
    {
        for (var i = 0; i < 5; i++) _bot.Connector.ThrowNext(new HttpRequestException(HttpRequestError.ConnectionError));
        var (status, _) = await _bot.SendAtOnceAsync(BotProduct.Activity("message", "help"));
        Assert.True(status is 200 or 202);   // the tries take about as long as Teams waits
        await BotDesk.EventuallyAsync(async () =>
            _bot.Connector.Calls.Count(c => !c.IsTyping) >= 5 && !await _bot.DatabaseAsync(db => db.Turns.AnyAsync(t => t.SendingAt != null)));
        await AgeTurnsAsync();

        await FinishAsync();

        Assert.Contains("How to ask", Assert.Single(_bot.Connector.Sent).Words);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_conversation_that_is_gone_is_dead_until_somebody_writes_there_again(HttpStatusCode status)
    {
        _bot.Connector.FailNext(status);
        await _bot.SayAsync("help", conversation: "leaving");
        Assert.False(await IsLiveAsync("leaving"));

        await _bot.SayAsync("help", conversation: "leaving");
        Assert.True(await IsLiveAsync("leaving"));
    }

    [Fact]
    public async Task A_post_says_what_became_of_it()
    {
        var to = await PersonalAsync();

        Assert.Equal(DeliveryOutcome.Sent, (await PostAsync(to)).Outcome);

        _bot.Connector.FailNext(HttpStatusCode.TooManyRequests, NoWait, times: 5);
        Assert.Equal(DeliveryOutcome.NotNow, (await PostAsync(to)).Outcome);

        _bot.Connector.FailNext(HttpStatusCode.BadRequest);
        Assert.Equal(DeliveryOutcome.Refused, (await PostAsync(to)).Outcome);

        var unreachable = new HttpRequestException(HttpRequestError.NameResolutionError);
        for (var i = 0; i < 5; i++) _bot.Connector.ThrowNext(unreachable);
        Assert.Equal(DeliveryOutcome.NotNow, (await PostAsync(to)).Outcome);

        _bot.Connector.FailNext(HttpStatusCode.Forbidden);
        Assert.Equal(DeliveryOutcome.Refused, (await PostAsync(to)).Outcome);
        Assert.False(await IsLiveAsync(to.ExternalId));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(null)]
    public async Task A_post_whose_fate_is_unknown_is_sent_once_and_said_to_be_unknown(HttpStatusCode? status)
    {
        var to = await PersonalAsync();
        if (status is { } answered) _bot.Connector.FailNext(answered);
        else _bot.Connector.ThrowNext(new TaskCanceledException("late", new TimeoutException()), afterTaking: true);
        var before = _bot.Connector.Calls.Count;

        var delivery = await PostAsync(to);

        Assert.Equal(DeliveryOutcome.Unknown, delivery.Outcome);
        Assert.Equal(before + 1, _bot.Connector.Calls.Count);
        Assert.DoesNotContain("secret of the other side", delivery.Detail);
    }

    [Fact]
    public async Task Changes_of_one_card_go_one_at_a_time()
    {
        var (now, most) = (0, 0);
        _bot.Connector.During = async (_, ct) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(20, ct);
            Interlocked.Decrement(ref now);
        };
        var connector = _bot.Services.GetRequiredService<ConnectorClient>();
        var place = new Place(BotProduct.ServiceUrl, "cards", "28:bot");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => connector.UpdateAsync(place, "card", Message.Saying($"{i}"), TestContext.Current.CancellationToken)));

        Assert.Equal((5, 1), (_bot.Connector.Sent.Count, most));
    }

    [Fact]
    public async Task A_message_above_the_limit_never_leaves()
    {
        var connector = _bot.Services.GetRequiredService<ConnectorClient>();

        var result = await connector.PostAsync(new(BotProduct.ServiceUrl, "large", "28:bot"), Message.Saying(new string('x', 28 * 1024)), TestContext.Current.CancellationToken);

        Assert.Equal((ConnectorOutcome.Refused, 413), (result.Outcome, result.Status));
        Assert.Empty(_bot.Connector.Calls);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://10.0.0.7/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    public async Task Without_an_app_id_nothing_goes_anywhere_but_to_this_machine(string serviceUrl)
    {
        var connector = _bot.Services.GetRequiredService<ConnectorClient>();

        var result = await connector.PostAsync(new(serviceUrl, "elsewhere", "28:bot"), Message.Saying("hello"), TestContext.Current.CancellationToken);

        Assert.Equal(ConnectorOutcome.Refused, result.Outcome);
    }

    private async Task<Conversation> PersonalAsync()
    {
        await _bot.SayAsync("help", conversation: "posts");
        return await _bot.DatabaseAsync(db => db.Conversations.SingleAsync(c => c.ExternalId == "posts"));
    }

    private Task<Delivery> PostAsync(Conversation to) => _bot.InsideAsync(services =>
        services.GetRequiredService<IConversations>().SendAsync(to, new DigestPost("acme", "2026-03-09 – 2026-03-15", "UTC"), TestContext.Current.CancellationToken));

    private Task<bool> IsLiveAsync(string id) => _bot.DatabaseAsync(db => db.Conversations.Where(c => c.ExternalId == id).Select(c => c.IsLive).SingleAsync());

    private Task AgeTurnsAsync() => _bot.DatabaseAsync(async db =>
    {
        foreach (var turn in await db.Turns.ToListAsync()) turn.BegunAt -= TimeSpan.FromMinutes(5);
        return await db.SaveChangesAsync();
    });

    private Task FinishAsync() => _bot.InsideAsync(services => services.GetRequiredService<FinishTurns>().RunAsync(TestContext.Current.CancellationToken));
}
