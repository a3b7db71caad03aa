using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Bot;

public sealed class DigestsInConversations : IAsyncLifetime
{
    private static readonly DateTimeOffset Wednesday = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);
    private readonly SetClock _clock = new(Wednesday);
    private readonly BotProduct _bot;

    public DigestsInConversations() => _bot = BotProduct.Having(services => services.AddSingleton<TimeProvider>(_clock));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Are_set_up_posted_once_and_stopped_by_words()
    {
        await _bot.HasTicketAsync(new IncomingTicket("file", "1") { Subject = "x", CreatedAt = Wednesday.UtcDateTime, Comments = [new("0", "words")] });
        await HasScopeAsync();
        Assert.Contains("comes here every Monday at 09:00 (UTC)", await SayInChannel("<at>SupportCopilot</at> send the digest here every Monday at 9", "anna", "analyst"));

        _clock.Set(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));
        var before = _bot.Connector.Sent.Count;
        await TickAsync();
        await TickAsync();
        var message = Assert.Single(_bot.Connector.Sent.Skip(before));
        Assert.Equal("19:desk@thread.tacv2", message.ConversationId);
        Assert.Contains("One ticket came in (2026-03-09 – 2026-03-15), 1 more than in the week before.", message.Words);

        Assert.Contains("Somebody else set this digest up", await SayInChannel("stop the digest", "ben", "analyst"));
        Assert.Contains("The digest is stopped.", await SayInChannel("stop the digest", "anna", "analyst"));
        Assert.Contains("No digest is posted here.", await SayInChannel("stop the digest", "anna", "analyst"));
        _clock.Set(new(2026, 3, 23, 9, 0, 0, TimeSpan.Zero));
        before = _bot.Connector.Sent.Count;
        await TickAsync();
        Assert.Equal(before, _bot.Connector.Sent.Count);
    }

    [Fact]
    public async Task Have_questions_beside_their_figures_that_give_those_figures_there()
    {
        // Half of them lie between the midnights of the desk's zone, UTC, and of the digest's.
        await _bot.HasTicketsAsync([.. Enumerable.Range(0, 40).Select(i => new IncomingTicket("file", $"{i}") { Subject = "x", CreatedAt = new DateTime(2026, 3, 15, 12, 30, 0, DateTimeKind.Utc).AddMinutes(30 * i), Comments = [new("0", "words")] })]);
        await HasScopeAsync();
        await SayInChannel("send the digest here every Monday at 9 Asia/Kathmandu", "anna", "analyst");
        _clock.Set(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));
        await TickAsync();
        Assert.Contains("12 tickets came in", _bot.Connector.Sent[^1].Words);

        Assert.Contains("12 tickets", await SayInChannel("tickets created from 2026-03-09 to 2026-03-15", "anna", "analyst"));
    }

    [Fact]
    public async Task Want_a_scope_and_an_analyst()
    {
        Assert.Contains("an admin sets this conversation's scope first", await SayInChannel("send the digest here every Monday at 9", "anna", "analyst"));
        Assert.Contains("Digests are for analysts", await SayInChannel("send the digest here every Monday at 9", "olga", "agent"));
        Assert.False(await _bot.DatabaseAsync(db => db.Digests.AnyAsync()));
    }

    [Fact]
    public async Task Come_by_the_clock_of_the_one_who_asks_for_them_alone()
    {
        var wish = BotProduct.Activity("message", "send me the digest every Friday at 4 pm", user: "nina", roles: "analyst", conversation: "personal-nina");
        wish["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["timezone"] = "America/New_York" });
        await _bot.SendAsync(wish);
        Assert.Contains("every Friday at 16:00 (America/New_York)", _bot.Connector.Sent[^1].Words);
    }

    [Fact]
    public async Task With_a_word_that_has_no_place_are_asked_back() =>
        Assert.Contains("I do not know what to do with «boss»", (await _bot.SayAsync("send the digest to my boss", "nina", "analyst")).Single().Words);

    [Fact]
    public async Task That_find_the_bot_thrown_out_are_refused_and_the_conversation_ends()
    {
        await HasScopeAsync();
        await SayInChannel("send the digest here every Monday at 9", "anna", "analyst");
        _clock.Set(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));
        _bot.Connector.FailNext(System.Net.HttpStatusCode.Forbidden);
        await TickAsync();

        Assert.False(await _bot.DatabaseAsync(db => db.Conversations.Where(c => c.Kind == ConversationKind.Channel).Select(c => c.IsLive).SingleAsync()));
        Assert.Contains("\"refused\"", await _bot.As(Role.Admin).GetStringAsync("/api/effects", TestContext.Current.CancellationToken));
    }

    private async Task<string> SayInChannel(string text, string user, string roles) =>
        string.Join('\n', (await _bot.SayAsync(text, user, roles, "19:desk@thread.tacv2", "channel")).Select(message => message.Words));

    private async Task HasScopeAsync()
    {
        await SayInChannel("help", "anna", "analyst");
        await _bot.DatabaseAsync(async db =>
        {
            (await db.Conversations.SingleAsync()).HasScope = true;
            return await db.SaveChangesAsync();
        });
    }

    private Task TickAsync() => _bot.InsideAsync(services => services.GetRequiredService<PostDueDigests>().RunAsync(CancellationToken.None));
}
