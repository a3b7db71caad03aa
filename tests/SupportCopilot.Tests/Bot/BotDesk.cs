using SupportCopilot.Access.Conversations;

namespace SupportCopilot.Tests.Bot;

/// <summary>What the tests of the bot say often.</summary>
internal static class BotDesk
{
    /// <summary>A channel that may see everything.</summary>
    public static Task<long> HasChannelAsync(this Product product, string id, bool hasScope = true) => product.DatabaseAsync(async db =>
    {
        var channel = db.Conversations.Add(new Conversation
        {
            ExternalId = id,
            Kind = ConversationKind.Channel,
            ServiceUrl = BotProduct.ServiceUrl,
            BotId = "28:bot",
            HasScope = hasScope,
            SeenAt = DateTime.UnixEpoch,
        }).Entity;
        await db.SaveChangesAsync();
        return channel.Id;
    });

    /// <summary>Waits a while for something that happens beside the test.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (await holds()) return;
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come to hold within half a minute.");
    }
}
