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
}
