using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Teams.Protocol;

/// <summary>What Teams sends: a message, a press on a card, an installation, … It holds what the bot reads; the rest is passed over.</summary>
internal sealed record Activity
{
    /// <summary>What it is; one of <see cref="ActivityType"/>, or a kind that came later than this program.</summary>
    public string? Type { get; init; }

    /// <summary>What its conversation calls it.</summary>
    public string? Id { get; init; }

    /// <summary>Of an invoke: which; one of <see cref="InvokeName"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installation: add or remove, or either with <c>-upgrade</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The words, mentions included as <c>&lt;at&gt;…&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Where answers to it are posted.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>msteams, or another way in of the Bot Framework.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>To whom: the bot.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>Where.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>Who has come in.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who has gone.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>What it is a reply to, or which card was pressed.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Of an invoke or a submit: what goes with it.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Teams' own additions.</summary>
    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>Mentions, and the client's locale and zone.</summary>
    public IReadOnlyList<ActivityEntity>? Entities { get; init; }

    /// <summary>Files, pictures, and a copy of the words in HTML.</summary>
    public IReadOnlyList<IncomingAttachment>? Attachments { get; init; }
}

/// <summary>What an activity can be.</summary>
internal static class ActivityType
{
    public const string Message = "message";

    /// <summary>A message was changed after it was sent, or came back from its deletion.</summary>
    public const string MessageUpdate = "messageUpdate";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Typing = "typing";
}

/// <summary>What an invoke can be.</summary>
internal static class InvokeName
{
    public const string CardAction = "adaptiveCard/action";
    public const string SubmitAction = "message/submitAction";
    public const string FetchTask = "message/fetchTask";
}

/// <summary>A person or a bot.</summary>
/// <param name="Id">What the channel calls it; of Teams <c>29:…</c> for people and <c>28:…</c> for bots.</param>
/// <param name="Name">The name to show.</param>
/// <param name="AadObjectId">The person's object id in Entra.</param>
internal sealed record ChannelAccount(string? Id, string? Name = null, string? AadObjectId = null);

/// <summary>A conversation.</summary>
/// <param name="Id">What the channel calls it; in a thread of a channel it ends with <c>;messageid=…</c>.</param>
/// <param name="Name">Its name, where it has one.</param>
/// <param name="ConversationType">personal, groupChat or channel.</param>
/// <param name="TenantId">The Entra tenant.</param>
/// <param name="IsGroup">Whether more than one person reads along; for channels that say no type.</param>
internal sealed record ConversationAccount(string? Id, string? Name = null, string? ConversationType = null, string? TenantId = null, bool? IsGroup = null);

/// <summary>Teams' own additions to what comes in.</summary>
internal sealed record TeamsChannelData
{
    /// <summary>The Entra tenant.</summary>
    public NamedItem? Tenant { get; init; }

    /// <summary>The team.</summary>
    public NamedItem? Team { get; init; }

    /// <summary>The channel of the team.</summary>
    public NamedItem? Channel { get; init; }

    /// <summary>What happened, such as <c>teamMemberRemoved</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>Of a message: whether its sender has put it into other words.</summary>
    [JsonIgnore]
    public bool IsEdit => EventType == "editMessage";

    /// <summary>Development only: who plays whom.</summary>
    public PlayedPart? SupportCopilot { get; init; }
}

/// <summary>Something with an id and a name.</summary>
internal sealed record NamedItem(string? Id, string? Name = null);

/// <summary>Development only: as whom a message without a token is sent.</summary>
/// <param name="Roles">The roles, by comma; admin is not given this way.</param>
/// <param name="Tenant">The tenant's key; absent, the one that Development opens.</param>
internal sealed record PlayedPart(string? Roles, string? Tenant = null);

/// <summary>A mention, or what a client says of itself.</summary>
internal sealed record ActivityEntity
{
    /// <summary>mention, clientInfo, …</summary>
    public string? Type { get; init; }

    /// <summary>Of a mention: how it stands in the words.</summary>
    public string? Text { get; init; }

    /// <summary>Of a mention: who.</summary>
    public ChannelAccount? Mentioned { get; init; }

    /// <summary>Of clientInfo: the zone of the person's days, by IANA name.</summary>
    public string? Timezone { get; init; }
}

/// <summary>Something that came with a message.</summary>
internal sealed record IncomingAttachment(string? ContentType);
