using SupportCopilot.Teams.Cards.Format;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Turns;

/// <summary>What comes of a message.</summary>
/// <param name="Messages">What is said, in this order; none where changing a card says it all.</param>
/// <param name="Replacement">A message that changes.</param>
internal sealed record Reply(IReadOnlyList<Message> Messages, Replacement? Replacement = null)
{
    /// <summary>The question whose answer will take the message's place; null where it says all.</summary>
    public string? Question { get; init; }

    public static Reply Saying(string text) => new([Message.Saying(text)]);

    public static Reply Showing(AdaptiveCard card) => new([Message.Showing(card)]);

    public static Reply Replacing(string messageId, AdaptiveCard card) => new([], new(messageId, Message.Showing(card)));
}

/// <summary>A message in the place of another.</summary>
/// <param name="MessageId">The one that it replaces.</param>
/// <param name="Message">The new one.</param>
internal sealed record Replacement(string MessageId, Message Message);
