using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;

namespace SupportCopilot.Teams.Turns;

/// <summary>Everybody in a channel reads what the bot answers there, so an answer shows what both its asker and its channel may see.</summary>
internal sealed class NarrowSight(ConversationSight sight, CurrentCaller caller)
{
    /// <summary>Narrows the caller's sight to the conversation's.</summary>
    /// <returns>False where nobody said what the conversation may see: then it sees nothing.</returns>
    public async Task<bool> RunAsync(Conversation conversation, CancellationToken ct)
    {
        if (conversation.Kind is ConversationKind.Personal) return true;   // its one reader's own sight stands already
        var scope = await sight.OfAsync(conversation, ct);
        caller.Set(caller.Value! with { Visibility = caller.Value!.Visibility.And(scope ?? Visibility.Nothing) });
        return scope is not null;
    }
}
