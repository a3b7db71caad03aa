using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Tests.Teams.Cards;

/// <summary>Looks through a card's JSON, fallbacks and nested cards included.</summary>
internal static class CardTree
{
    public static JsonObject Json(AdaptiveCard card) => JsonSerializer.SerializeToNode(card, CardJson.Default.AdaptiveCard)!.AsObject();

    /// <summary>Every object of a type, such as TextBlock or Action.Execute.</summary>
    public static IEnumerable<JsonObject> Of(AdaptiveCard card, string type) =>
        Objects(Json(card)).Where(found => found["type"]?.GetValueKind() == JsonValueKind.String && found["type"]!.GetValue<string>() == type);

    /// <summary>Every text that somebody reads, in order.</summary>
    public static IEnumerable<string> Texts(AdaptiveCard card) =>
        Objects(Json(card)).SelectMany(found => new[] { "text", "title", "label", "value" }.Select(name => found[name]))
            .OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>());

    /// <summary>The titles of the buttons at the card's foot.</summary>
    public static IReadOnlyList<string> Buttons(AdaptiveCard card) => [.. (card.Actions ?? []).Select(action => action.Title)];

    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.Select(property => property.Value).SelectMany(Objects).Prepend(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
