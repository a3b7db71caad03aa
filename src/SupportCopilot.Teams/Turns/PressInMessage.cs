using System.Text.Json;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Turns;

/// <summary>A button of a card was pressed whose client knows Action.Submit alone: the press comes as a message with a value, and the card is changed in place.</summary>
internal sealed class PressInMessage(NarrowSight sight, ActOnQuestion actOnQuestion, ActOnCluster act, ShowTickets tickets, ShowFiles files)
{
    /// <returns>What was pressed; null where the message is somebody's words.</returns>
    public ActionData? Of(Setting setting)
    {
        if (setting.Activity.Value is not { ValueKind: JsonValueKind.Object } value) return null;
        try
        {
            return value.Deserialize(CardJson.Default.ActionData) is { Verb: not null } data ? data : null;
        }
        catch (JsonException)   // the value of something else
        {
            return null;
        }
    }

    public async Task<Reply> RunAsync(Setting setting, ActionData data, CancellationToken ct)
    {
        await sight.RunAsync(setting.Conversation, ct);
        if ((await tickets.RunAsync(data, ct) ?? await files.RunAsync(setting.Conversation, data, ct) ?? await actOnQuestion.RunAsync(data, ct) ?? await act.RunAsync(data, ct)) is not { } acted) return Reply.Saying("This button is not known here any more.");
        if (acted.Card is not { } card) return Reply.Saying(acted.Message);
        return setting.Activity.ReplyToId is { } pressed && !acted.IsNew ? Reply.Replacing(pressed, card) : Reply.Showing(card);
    }
}
