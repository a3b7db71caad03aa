using System.Text.Json;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Teams.Cards.Format;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Teams.Sending;

namespace SupportCopilot.Teams.Turns;

/// <summary>A button of a card was pressed (Action.Execute), or a client refreshed one: the answer is the card as it is to be shown now.</summary>
internal sealed class TakePress(NarrowSight sight, ActOnQuestion actOnQuestion, ActOnCluster act, ConnectorClient connector)
{
    public async Task<TurnAnswer> RunAsync(Setting setting, CancellationToken ct)
    {
        if (Read(setting.Activity.Value) is not { Action: { } action } press) return TurnAnswer.NotUnderstood("The press on the card could not be read.");
        if (!setting.IsKnown) return TurnAnswer.Saying(Strangers.Words);

        await sight.RunAsync(setting.Conversation, ct);
        var data = (action.Data ?? new ActionData()) with { Verb = press.IsAutomatic ? CardVerb.Show : action.Verb ?? action.Data?.Verb };
        if ((await actOnQuestion.RunAsync(data, ct) ?? await act.RunAsync(data, ct)) is not { } acted) return TurnAnswer.NotUnderstood("This button is not known here any more.");
        if (acted.Card is not { } card) return TurnAnswer.Saying(acted.Message);

        if (acted.IsDone) await ShowOthersAsync(setting, card, ct);
        return TurnAnswer.Showing(card);
    }

    /// <summary>The answer changes the card of the one who pressed alone; the others' follows the message.</summary>
    private async Task ShowOthersAsync(Setting setting, AdaptiveCard card, CancellationToken ct)
    {
        if (setting.Conversation.Kind is ConversationKind.Personal || setting.Activity.ReplyToId is not { } message) return;
        await connector.UpdateAsync(setting.Place, message, Message.Showing(card), ct);   // what it misses, the card's own refresh shows
    }

    private static CardPress? Read(JsonElement? value)
    {
        try
        {
            return value?.Deserialize(ProtocolJson.Default.CardPress);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
