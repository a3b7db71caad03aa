using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SupportCopilot.Teams.Cards.Format;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Turns;

/// <summary>What the HTTP response says to an activity. Its body is never empty: Teams takes that for a failure.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed record TurnAnswer(int Status, JsonElement Body)
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new NothingToSay(), ProtocolJson.Default.NothingToSay);

    /// <summary>What the response would have said in the conversation, should it come too late to be one.</summary>
    public Message? Late { get; private init; }

    /// <summary>It was taken, and dealt with.</summary>
    public static TurnAnswer Taken { get; } = new(StatusCodes.Status200OK, Nothing);

    /// <summary>It was taken, and is being worked on.</summary>
    public static TurnAnswer UnderWay { get; } = new(StatusCodes.Status202Accepted, Nothing);

    /// <summary>An invoke of a kind that this bot does not know.</summary>
    public static TurnAnswer Unknown { get; } = new(StatusCodes.Status501NotImplemented, Nothing);

    /// <summary>The press was not understood.</summary>
    public static TurnAnswer NotUnderstood(string why) => To(CardAnswer.Error(400, "BadRequest", why));

    /// <summary>Words to the one who pressed.</summary>
    public static TurnAnswer Saying(string text) => To(CardAnswer.Message(text)) with { Late = Message.Saying(text) };

    /// <summary>The card that takes the pressed one's place.</summary>
    public static TurnAnswer Showing(AdaptiveCard card) => To(CardAnswer.Card(card)) with { Late = Message.Showing(card) };

    /// <summary>As it goes over HTTP.</summary>
    public IResult ToResult() => TypedResults.Json(Body, ProtocolJson.Default.JsonElement, statusCode: Status);

    private static TurnAnswer To(CardAnswer answer) => new(StatusCodes.Status200OK, JsonSerializer.SerializeToElement(answer, ProtocolJson.Default.CardAnswer));
}
