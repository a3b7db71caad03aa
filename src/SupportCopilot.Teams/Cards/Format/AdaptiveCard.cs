using System.Text.Json.Serialization;

namespace SupportCopilot.Teams.Cards.Format;

/// <summary>
/// A card as Teams draws it, in version 1.5 of the Adaptive Cards format: the newest that Teams takes from bots.
/// The records of this folder are the part of that format in use.
/// </summary>
/// <param name="Body">What it shows, from top to bottom.</param>
internal sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    /// <summary>The kind of attachment that a card is.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public string Type => "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version => "1.5";

    /// <summary>The buttons at its foot, at most five: hosts may leave the rest out.</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>What a client may ask for by itself, so that each reader sees the newest state.</summary>
    public Refresh? Refresh { get; init; }

    /// <summary>What a client shows that cannot draw cards; also the words of a notification.</summary>
    public string? FallbackText { get; init; }

    /// <summary>What a screen reader says for the whole card.</summary>
    public string? Speak { get; init; }

    /// <summary>Teams' own additions.</summary>
    [JsonPropertyName("msteams")]
    public TeamsLayout? Teams { get; init; }
}

/// <summary>How a card is kept up to date.</summary>
/// <param name="Action">What the client sends; its handler must change nothing, because nobody pressed anything.</param>
internal sealed record Refresh(CardAction Action)
{
    /// <summary>Whose clients do so, by Teams' ids, at most 60; null for everybody where 60 or fewer read along.</summary>
    public IReadOnlyList<string>? UserIds { get; init; }
}

/// <summary>Teams' own additions to a card.</summary>
/// <param name="Width">Full takes the whole width of the conversation.</param>
internal sealed record TeamsLayout(string Width)
{
    /// <summary>As wide as the conversation, for charts and tables.</summary>
    public static TeamsLayout Full { get; } = new("Full");
}

/// <summary>A card in a message.</summary>
/// <param name="Content">The card.</param>
internal sealed record Attachment(AdaptiveCard Content)
{
    public string ContentType => AdaptiveCard.ContentType;
}
