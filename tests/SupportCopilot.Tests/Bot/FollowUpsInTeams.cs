using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Bot;

/// <summary>What is said to the bot after a figure.</summary>
public sealed class FollowUpsInTeams(BotProduct bot) : IClassFixture<BotProduct>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await bot.HasTicketsAsync([.. Enumerable.Range(0, 40).Select(n => new IncomingTicket("file", $"follow-{n}")
        {
            Subject = $"Follow {n}",
            Status = TicketStatus.Open,
            Channel = n % 2 == 0 ? "chat" : "email",
            CreatedAt = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc).AddHours(n),
            Given = new TriageValues { Category = n % 4 == 0 ? "billing" : "shipping", Priority = n % 5 == 0 ? "urgent" : "low" },
        })]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Carry_on_from_it()
    {
        await SayAsync("billing tickets in March 2026", "carry");

        Assert.Contains("channel is chat", await SayAsync("and for chat?", "carry"));
        Assert.Contains("no longer", await SayAsync("by channel", "carry") + await SayAsync("drop the channel split", "carry"));
    }

    [Fact]
    public async Task Are_each_persons_own_in_a_channel()
    {
        await bot.HasChannelAsync("19:follow@thread.tacv2");
        await SayAsync("billing tickets in March 2026", "19:follow@thread.tacv2", "anna", "channel");
        await SayAsync("shipping tickets in March 2026", "19:follow@thread.tacv2", "berta", "channel");

        Assert.Contains("category is billing", await SayAsync("by channel", "19:follow@thread.tacv2", "anna", "channel"));
        Assert.Contains("category is shipping", await SayAsync("by channel", "19:follow@thread.tacv2", "berta", "channel"));
    }

    [Fact]
    public async Task Take_a_choice_that_was_offered()
    {
        await SayAsync("tickets in March 2026 by category", "choice");
        Assert.Contains("Which one?", await SayAsync("and by channel?", "choice"));

        Assert.Contains("by channel", await SayAsync("the first one", "choice"));
    }

    [Fact]
    public async Task Are_refused_in_words_where_nothing_was_asked_yet() =>
        Assert.Contains("earlier question", await SayAsync("and by channel?", "nothing"));

    private async Task<string> SayAsync(string text, string conversation, string user = "anna", string kind = "personal") =>
        string.Join('\n', (await bot.SayAsync(text, user, "analyst", conversation, kind)).Select(call => call.Words));
}
