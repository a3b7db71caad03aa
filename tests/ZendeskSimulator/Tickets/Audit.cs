using System.Text.Json;

namespace ZendeskSimulator.Tickets;

/// <summary>One update of a ticket: who, when, how, and what changed by it.</summary>
internal sealed record Audit(long Id, long TicketId, long AuthorId, long At, Via Via, IReadOnlyList<AuditEvent> Events)
{
    /// <summary>What the caller put into <c>metadata</c> of the update.</summary>
    public JsonElement? Custom { get; init; }
}

/// <summary>How an update came in.</summary>
/// <param name="Channel">Such as web, email, api.</param>
/// <param name="Rel">The kind of its source, such as merge.</param>
/// <param name="Merged">The tickets that were merged into this one.</param>
/// <param name="MergedInto">The ticket that this one was merged into.</param>
internal sealed record Via(string Channel, string? Rel = null, IReadOnlyList<long>? Merged = null, long? MergedInto = null);

/// <summary>One event of an audit.</summary>
internal abstract class AuditEvent(long id)
{
    public long Id { get; } = id;
}

/// <summary>Words that were written on the ticket.</summary>
internal sealed class CommentEvent(long id, long authorId, string body, bool isPublic) : AuditEvent(id)
{
    public long AuthorId { get; } = authorId;

    /// <summary>Plain text; a redaction changes it.</summary>
    public string Body { get; set; } = body;

    /// <summary>Null where it was written as plain text.</summary>
    public string? Html { get; set; }

    public bool IsPublic { get; set; } = isPublic;
}

/// <summary>A field that was set or changed.</summary>
/// <param name="id">The event's id.</param>
/// <param name="field">The field's name in the API.</param>
/// <param name="value">A text, or the list of tags.</param>
/// <param name="previous">What it was; null at the creation.</param>
/// <param name="isCreate">Whether the ticket began so.</param>
internal sealed class ChangeEvent(long id, string field, object? value, object? previous, bool isCreate = false) : AuditEvent(id)
{
    public string Field { get; } = field;

    public object? Value { get; } = value;

    public object? Previous { get; } = previous;

    public bool IsCreate { get; } = isCreate;
}

/// <summary>Something was redacted in a comment.</summary>
internal sealed class RedactionEvent(long id, long commentId) : AuditEvent(id)
{
    public long CommentId { get; } = commentId;
}
