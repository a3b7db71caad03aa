using SupportCopilot.Storage;

namespace SupportCopilot.Tickets;

/// <summary>One message of a ticket's thread.</summary>
public sealed class Comment : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>Its id at the source; its position where the source has none.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Its place in the thread, from 0, the description.</summary>
    public int Position { get; set; }

    /// <summary>Who wrote it, where known.</summary>
    public long? AuthorId { get; set; }

    /// <summary>In what capacity it was written.</summary>
    public AuthorKind AuthorKind { get; set; }

    /// <summary>Whether the requester can read it; an internal note is not public and enters no reply.</summary>
    public bool IsPublic { get; set; } = true;

    /// <summary>Plain text; line breaks are \n.</summary>
    public required string Body { get; set; }

    /// <summary>When it was written (UTC), where the source says.</summary>
    public DateTime? CreatedAt { get; set; }
}

/// <summary>In what capacity a comment was written.</summary>
public enum AuthorKind
{
    /// <summary>By the customer.</summary>
    Requester = 0,

    /// <summary>By somebody of the desk.</summary>
    Agent = 1,

    /// <summary>By a machine.</summary>
    System = 2,
}
