using SupportCopilot.Storage;

namespace SupportCopilot.Access.Conversations;

/// <summary>A place in Teams that the bot may write to, as an authenticated turn showed it.</summary>
public sealed class Conversation : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The channel's own id of it, as <c>19:…@thread.tacv2</c>; of a channel without the message it was seen with.</summary>
    public required string ExternalId { get; init; }

    /// <summary>One person, some people, or a channel of a team.</summary>
    public ConversationKind Kind { get; init; }

    /// <summary>Where the bot's messages to it are posted.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>What the bot is called there.</summary>
    public required string BotId { get; set; }

    /// <summary>The person of a personal conversation.</summary>
    public long? PersonId { get; set; }

    /// <summary>The channel's or the person's name, where the turn told it.</summary>
    public string? Name { get; set; }

    /// <summary>Whether messages still arrive; an uninstall, a block or a 404 ends it, a new turn revives it.</summary>
    public bool IsLive { get; set; } = true;

    /// <summary>Whether somebody with the right said what this conversation may see. A channel without that word sees no ticket.</summary>
    public bool HasScope { get; set; }

    /// <summary>When it was last heard of (UTC).</summary>
    public DateTime SeenAt { get; set; }
}

/// <summary>Who reads along.</summary>
public enum ConversationKind
{
    /// <summary>One person.</summary>
    Personal = 1,

    /// <summary>Some people.</summary>
    Group = 2,

    /// <summary>A channel of a team.</summary>
    Channel = 3,
}

/// <summary>One thing that a conversation may see; with a scope and no such row it sees the whole tenant.</summary>
public sealed class ConversationScope : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The conversation.</summary>
    public long ConversationId { get; init; }

    /// <summary>What <see cref="Value"/> names.</summary>
    public ScopeKind Kind { get; init; }

    /// <summary>The id of a group or an organization, or the name of a brand.</summary>
    public required string Value { get; init; }
}
