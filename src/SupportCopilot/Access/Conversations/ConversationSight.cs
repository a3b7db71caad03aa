using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Conversations;

/// <summary>What may be shown in a conversation: a person's own sight in a personal one, else the scope that it was given.</summary>
public sealed class ConversationSight(SupportDbContext db)
{
    /// <returns>The tickets that everybody who reads along may see; null where that is none.</returns>
    public async Task<Visibility?> OfAsync(Conversation conversation, CancellationToken ct)
    {
        if (conversation.Kind is ConversationKind.Personal) return await OfPersonAsync(conversation.PersonId, ct);
        if (!conversation.HasScope) return null;

        var scopes = await db.ConversationScopes.AsNoTracking().Where(s => s.ConversationId == conversation.Id).ToListAsync(ct);
        return Visibility.Of(scopes.Select(s => (s.Kind, s.Value)));
    }

    /// <summary>Figures are for analysts; who is none any more gets none.</summary>
    private async Task<Visibility?> OfPersonAsync(long? personId, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, ct);
        if (person is null || (person.Roles & (Role.Analyst | Role.Admin)) == 0) return null;

        var scopes = await db.PersonScopes.AsNoTracking().Where(s => s.PersonId == person.Id).ToListAsync(ct);
        return Visibility.Of(scopes.Select(s => (s.Kind, s.Value)));
    }
}
