namespace SupportCopilot.Access.Conversations;

/// <summary>
/// The way out to the places where the product speaks by itself. It sends once and says what became of it; that nothing is
/// sent twice is the matter of the ledger before it (<see cref="Storage.Effect"/>).
/// </summary>
public interface IConversations
{
    /// <summary>Sends a post as a new message.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="post">What: one of the core's own records, which the edge draws as its card.</param>
    /// <param name="ct">Cancels; a send that was cut short is unconfirmed.</param>
    Task<Delivery> SendAsync(Conversation to, IPost post, CancellationToken ct);
}

/// <summary>Something that can be posted into a conversation; the edge knows how each kind is drawn.</summary>
public interface IPost;

/// <summary>What became of a send.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="MessageId">The id of the message, where it arrived.</param>
/// <param name="Detail">Why it did not, without customers' words.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string? MessageId = null, string? Detail = null);

/// <summary>How a send ended.</summary>
public enum DeliveryOutcome
{
    /// <summary>The other side confirmed it.</summary>
    Sent,

    /// <summary>It certainly did not arrive, and may be tried again: nothing had left, or the other side said «not now».</summary>
    NotNow,

    /// <summary>It certainly did not arrive and never will: blocked, gone, too large.</summary>
    Refused,

    /// <summary>The answer was lost: it may have arrived.</summary>
    Unknown,
}
