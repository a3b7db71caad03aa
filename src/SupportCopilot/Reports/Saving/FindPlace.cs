using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>Finds the conversation that something is to come to: the one it was said in, the asker's own, or none, where it is only kept.</summary>
internal sealed class FindPlace(SupportDbContext db, CurrentCaller caller)
{
    public async Task<Place> RunAsync(RequestPlace said, CancellationToken ct)
    {
        var here = said.ConversationId is { } number ? await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == number, ct) : await HereAsync(said.Conversation, ct);
        if (said.ConversationId is { } asked && (here is null || IsAnothers(here))) return new(null, $"There is no conversation {asked}.");
        if (said.IsToMe && here?.Kind is not ConversationKind.Personal) here = await MineAsync(ct);
        if (here is null || IsAnothers(here)) return new(null, null);
        if (!here.IsLive) return new(null, "The bot is no longer in this conversation.");
        return here.Kind is ConversationKind.Personal || here.HasScope ? new(here, null) : new(null, "Nobody has said yet what may be shown here: an admin sets this conversation's scope first.");
    }

    private bool IsAnothers(Conversation conversation) => conversation.Kind is ConversationKind.Personal && conversation.PersonId != caller.Value?.PersonId;

    // Of a channel the message that a thread hangs on is part of the asker's id, and not of ours.
    private async Task<Conversation?> HereAsync(string? conversation, CancellationToken ct)
    {
        if (conversation?.Split(';')[0] is not { Length: > 0 } externalId) return null;
        return await db.Conversations.AsNoTracking().Where(c => c.ExternalId == externalId).OrderBy(c => c.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<Conversation?> MineAsync(CancellationToken ct)
    {
        var person = caller.Value?.PersonId;
        return person is null ? null : await db.Conversations.AsNoTracking().Where(c => c.PersonId == person && c.Kind == ConversationKind.Personal && c.IsLive).OrderByDescending(c => c.SeenAt).FirstOrDefaultAsync(ct);
    }
}

/// <summary>A place that was found.</summary>
/// <param name="Conversation">The conversation; null where answers are only kept.</param>
/// <param name="Problem">Why nothing may come there.</param>
internal sealed record Place(Conversation? Conversation, string? Problem);
