using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Scopes;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Conversations;

/// <summary>Shows the places that the bot may write to, and what each may see.</summary>
public sealed class ShowConversations(SupportDbContext db, ResolveScope scopes)
{
    /// <summary>Conversations in the order that they were first heard of.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">The last number of the page before.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<(IReadOnlyList<ConversationView> Rows, string? Next)> ListAsync(int limit, long after, CancellationToken ct)
    {
        var found = await db.Conversations.AsNoTracking().Where(c => c.Id > after).OrderBy(c => c.Id).Take(limit + 1).ToListAsync(ct);
        var views = new List<ConversationView>();
        foreach (var conversation in found.Take(limit)) views.Add(await ViewAsync(conversation, ct));
        return (views, found.Count > limit ? views[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <returns>One conversation; null when there is none of that number.</returns>
    public async Task<ConversationView?> OneAsync(long id, CancellationToken ct) =>
        await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } found ? await ViewAsync(found, ct) : null;

    private async Task<ConversationView> ViewAsync(Conversation conversation, CancellationToken ct)
    {
        var scope = await db.ConversationScopes.AsNoTracking().Where(s => s.ConversationId == conversation.Id).ToListAsync(ct);
        return new(conversation.Id, conversation.Kind.ToString().ToLowerInvariant(), conversation.Name, conversation.IsLive, conversation.SeenAt)
        {
            PersonId = conversation.PersonId,
            Sees = conversation.Kind is ConversationKind.Personal ? "person" : !conversation.HasScope ? "nothing" : scope.Count == 0 ? "everything" : "scope",
            Scope = await scopes.DescribeAsync(scope.Select(s => (s.Kind, s.Value)), ct),
        };
    }
}

/// <summary>A conversation as an admin sees it.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Kind">personal, group or channel.</param>
/// <param name="Name">The channel's or the person's name.</param>
/// <param name="IsLive">Whether messages still arrive.</param>
/// <param name="SeenAt">When it was last heard of (UTC).</param>
public sealed record ConversationView(long Id, string Kind, string? Name, bool IsLive, DateTime SeenAt)
{
    /// <summary>Whose personal conversation it is.</summary>
    public long? PersonId { get; init; }

    /// <summary>person (what its person may see), nothing (nobody has said yet), everything, or scope.</summary>
    public string Sees { get; init; } = "nothing";

    /// <summary>What it may see, where <see cref="Sees"/> is scope.</summary>
    public IReadOnlyList<ScopeView> Scope { get; init; } = [];
}
