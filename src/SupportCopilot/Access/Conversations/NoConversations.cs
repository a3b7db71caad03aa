namespace SupportCopilot.Access.Conversations;

/// <summary>The way out while no bot is connected: nothing leaves, and whatever is meant waits.</summary>
internal sealed class NoConversations : IConversations
{
    public Task<Delivery> SendAsync(Conversation to, IPost post, CancellationToken ct) =>
        Task.FromResult(new Delivery(DeliveryOutcome.NotNow, Detail: "No bot is connected (SupportCopilot:Teams:AppId)."));
}
