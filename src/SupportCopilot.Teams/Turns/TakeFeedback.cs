using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Turns;

/// <summary>Keeps what somebody thinks of an answer: the thumb, not the words beside it.</summary>
internal sealed class TakeFeedback(SupportDbContext db, AuditLog audit)
{
    public async Task<TurnAnswer> RunAsync(Setting setting, CancellationToken ct)
    {
        var reaction = Read(setting.Activity.Value)?.ActionValue?.Reaction;
        if (!setting.IsKnown || reaction is not ("like" or "dislike")) return TurnAnswer.Taken;

        audit.Add("answer.judged", $"conversation/{setting.Conversation.Id}", reaction);
        await db.SaveChangesAsync(ct);
        return TurnAnswer.Taken;
    }

    private static SubmittedFeedback? Read(JsonElement? value)
    {
        try
        {
            return value?.Deserialize(ProtocolJson.Default.SubmittedFeedback);
        }
        catch (JsonException)   // another form's answer
        {
            return null;
        }
    }
}
