using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Protocol;

/// <summary>What the bot sends.</summary>
/// <param name="Type">message or typing.</param>
internal sealed record Message(string Type)
{
    /// <summary>The words, which Teams reads as markdown.</summary>
    public string? Text { get; init; }

    /// <summary>plain where the words are somebody's own.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification shows.</summary>
    public string? Summary { get; init; }

    /// <summary>Cards.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>What could be asked next, as buttons under the message.</summary>
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>The message that it answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The bot.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>The three dots that say «at work».</summary>
    public static Message Typing { get; } = new(ActivityType.Typing);

    /// <summary>A message in the product's own words.</summary>
    public static Message Saying(string text) => new(ActivityType.Message) { Text = text };

    /// <summary>A message that is a card.</summary>
    public static Message Showing(AdaptiveCard card) => new(ActivityType.Message) { Attachments = [new(card)], Summary = card.FallbackText };
}

/// <summary>Buttons under a message.</summary>
internal sealed record SuggestedActions(IReadOnlyList<SuggestedAction> Actions);

/// <summary>A button that writes for the person.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Value">What it writes.</param>
internal sealed record SuggestedAction(string Title, string Value)
{
    public string Type => "imBack";
}
