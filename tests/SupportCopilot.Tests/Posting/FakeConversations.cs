using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access.Conversations;

namespace SupportCopilot.Tests.Posting;

/// <summary>The other side of the way out: keeps what arrived, and answers as a test says.</summary>
public sealed class FakeConversations : IConversations
{
    private readonly ConcurrentQueue<(Conversation To, IPost Post)> _arrived = new();

    public IReadOnlyList<(Conversation To, IPost Post)> Arrived => [.. _arrived];

    /// <summary>What it answers; unless it is NotNow or Refused, the post has arrived.</summary>
    public Func<CancellationToken, Task<Delivery>> Answers { get; set; } = _ => Task.FromResult(new Delivery(DeliveryOutcome.Sent, $"m-{Guid.NewGuid():N}"));

    public void Answer(DeliveryOutcome outcome, string? detail = null) => Answers = _ => Task.FromResult(new Delivery(outcome, outcome is DeliveryOutcome.Sent ? "m" : null, detail));

    public async Task<Delivery> SendAsync(Conversation to, IPost post, CancellationToken ct)
    {
        var answer = await Answers(ct);
        if (answer.Outcome is DeliveryOutcome.Sent or DeliveryOutcome.Unknown) _arrived.Enqueue((to, post));
        return answer;
    }

    public void Register(IServiceCollection services) => services.AddSingleton<IConversations>(this);
}

internal static class ConversationsOfTests
{
    /// <summary>A channel that the bot was seen in; without a scope nothing may be shown there.</summary>
    public static Task<Conversation> HasChannelAsync(this Product product, string name, bool hasScope = true, string tenant = Product.Tenant) => product.DatabaseAsync(async db =>
    {
        var channel = new Conversation
        {
            ExternalId = $"19:{name}@thread.tacv2",
            Kind = ConversationKind.Channel,
            ServiceUrl = "https://smba.example/",
            BotId = "28:bot",
            Name = name,
            HasScope = hasScope,
            SeenAt = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc),
        };
        db.Conversations.Add(channel);
        await db.SaveChangesAsync();
        return channel;
    }, tenant);
}
