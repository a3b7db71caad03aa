using SupportCopilot.Storage;

namespace SupportCopilot.Access.Conversations;

/// <summary>
/// A message that came in; a second arrival of the same one finds this row. Until it is answered the row keeps the message
/// itself, so that one whose process died is still answered.
/// </summary>
public sealed class Turn : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Conversation and activity id, as a hash of 64 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>When it first came (UTC).</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>When somebody last began to work on it (UTC).</summary>
    public DateTime BegunAt { get; set; }

    /// <summary>How often its work was begun; of two processes that begin at once, one wins.</summary>
    public int Attempts { get; set; }

    /// <summary>When its answer began to leave (UTC). Found so after a restart, nobody knows whether it arrived, and it is not sent again.</summary>
    public DateTime? SendingAt { get; set; }

    /// <summary>When it was answered (UTC); null while it is being worked on.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>The message as it came, as JSON; null once it was answered.</summary>
    public string? Message { get; set; }
}
