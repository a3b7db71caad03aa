using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Turns;

/// <summary>Keeps where the bot can be reached, as an admitted activity shows it: the only way to know a place to write to.</summary>
internal sealed class KeepConversation(SupportDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan SeenOften = TimeSpan.FromHours(1);   // saves a write for each message
    private const string Thread = ";messageid=";

    /// <summary>Keeps the conversation of an activity, and revives one that was dead.</summary>
    public async Task<Conversation> RunAsync(Activity activity, Caller caller, CancellationToken ct)
    {
        var id = WithoutThread(activity.Conversation!.Id!);
        var now = clock.GetUtcNow().UtcDateTime;
        var kept = await FindAsync(id, ct);
        if (kept is null)
        {
            db.Conversations.Add(kept = new Conversation { ExternalId = id, Kind = KindOf(activity.Conversation), ServiceUrl = activity.ServiceUrl!, BotId = activity.Recipient?.Id ?? "", SeenAt = now });
        }

        kept.ServiceUrl = activity.ServiceUrl!;
        if (activity.Recipient?.Id is { Length: > 0 } bot) kept.BotId = bot;
        if (NameOf(activity, kept.Kind) is { Length: > 0 } name) kept.Name = name.Length > 200 ? name[..200] : name;
        if (kept.Kind is ConversationKind.Personal && caller.PersonId != 0) kept.PersonId = caller.PersonId;
        kept.IsLive = true;
        if (kept.SeenAt + SeenOften < now) kept.SeenAt = now;
        try
        {
            await db.SaveChangesAsync(ct);
            return kept;
        }
        catch (DbUpdateException) when (kept.Id == 0)   // two first messages at once
        {
            db.Entry(kept).State = EntityState.Detached;
            return await FindAsync(id, ct) ?? throw new InvalidOperationException("A conversation could not be kept.");
        }
    }

    /// <summary>The bot was taken out: nothing more is sent there.</summary>
    public async Task EndAsync(string conversation, CancellationToken ct)
    {
        if (await FindAsync(WithoutThread(conversation), ct) is not { } kept) return;
        kept.IsLive = false;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A channel's id without the thread that a message stands in.</summary>
    public static string WithoutThread(string conversation) =>
        conversation.IndexOf(Thread, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? conversation[..at] : conversation;

    private Task<Conversation?> FindAsync(string id, CancellationToken ct) => db.Conversations.SingleOrDefaultAsync(c => c.ExternalId == id, ct);

    // What says nothing of itself and is no group has one reader.
    private static ConversationKind KindOf(ConversationAccount conversation) => conversation.ConversationType switch
    {
        "channel" => ConversationKind.Channel,
        "groupChat" => ConversationKind.Group,
        "personal" => ConversationKind.Personal,
        _ => conversation.IsGroup is true ? ConversationKind.Group : ConversationKind.Personal,
    };

    private static string? NameOf(Activity activity, ConversationKind kind) => kind is ConversationKind.Personal
        ? activity.From?.Name
        : activity.ChannelData?.Channel?.Name ?? activity.Conversation?.Name ?? activity.ChannelData?.Team?.Name;
}
