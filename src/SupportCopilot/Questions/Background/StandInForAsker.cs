using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Background;

/// <summary>Gives a scope the rights that the asker of a question has at this very moment, bounded by what the conversation it was asked in may see.</summary>
internal sealed class StandInForAsker(SupportDbContext db, SignIn signIn, CurrentCaller caller, CurrentTenant tenant, ConversationSight sight)
{
    /// <returns>Whether the asker may still ask; a command's question is the tenant's own.</returns>
    public async Task<bool> RunAsync(Investigation row, CancellationToken ct)
    {
        if (row.PersonId is not { } person) return true;
        var now = await signIn.RunAsync(tenant.Id, person, ct);
        if (!now.Has(Role.Analyst)) return false;
        if (row.ConversationId is not { } place) return true;

        var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == place, ct);
        if (conversation is null) return false;
        if (conversation.Kind is ConversationKind.Personal) return true;
        if (await sight.OfAsync(conversation, ct) is not { } seen) return false;
        caller.Set(now with { Visibility = now.Visibility.And(seen) });
        return true;
    }
}
