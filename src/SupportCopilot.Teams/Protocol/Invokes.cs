using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Protocol;

/// <summary>The value of an <c>adaptiveCard/action</c>.</summary>
/// <param name="Action">The button.</param>
/// <param name="Trigger">manual where somebody pressed; automatic where a client refreshed by itself.</param>
internal sealed record CardPress(PressedAction? Action, string? Trigger)
{
    /// <summary>Whether nobody pressed, so that nothing may change.</summary>
    [JsonIgnore]
    public bool IsAutomatic => string.Equals(Trigger, "automatic", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A pressed button.</summary>
/// <param name="Verb">What is wanted.</param>
/// <param name="Data">What went with it, the inputs' values among it.</param>
internal sealed record PressedAction(string? Verb, ActionData? Data);

/// <summary>The answer to an <c>adaptiveCard/action</c>, in the HTTP response itself; its own status stands beside the HTTP one.</summary>
/// <param name="StatusCode">200 with a card or a message; 4xx or 5xx with an error.</param>
/// <param name="Type">What <paramref name="Value"/> is.</param>
/// <param name="Value">A card, a text, or an <see cref="InvokeError"/>.</param>
internal sealed record CardAnswer(int StatusCode, string Type, JsonElement Value)
{
    /// <summary>The card that takes the pressed one's place.</summary>
    public static CardAnswer Card(AdaptiveCard card) =>
        new(200, AdaptiveCard.ContentType, JsonSerializer.SerializeToElement(card, CardJson.Default.AdaptiveCard));

    /// <summary>Words to the one who pressed; the card stays as it is.</summary>
    public static CardAnswer Message(string text) =>
        new(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(text, ProtocolJson.Default.String));

    /// <summary>The press was not understood, or failed.</summary>
    public static CardAnswer Error(int status, string code, string message) =>
        new(status, "application/vnd.microsoft.error", JsonSerializer.SerializeToElement(new InvokeError(code, message), ProtocolJson.Default.InvokeError));
}

/// <summary>What is wrong with a press.</summary>
internal sealed record InvokeError(string Code, string Message);

/// <summary>The value of a <c>message/submitAction</c>: what somebody thinks of a message.</summary>
internal sealed record SubmittedFeedback(string? ActionName, FeedbackValue? ActionValue);

/// <summary>like or dislike.</summary>
internal sealed record FeedbackValue(string? Reaction);

/// <summary>An answer with nothing to say: Teams takes an empty body for a failure.</summary>
internal sealed record NothingToSay;
