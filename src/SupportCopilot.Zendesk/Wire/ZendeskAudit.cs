using System.Text.Json;

namespace SupportCopilot.Zendesk.Wire;

/// <summary>One change of a ticket, whatever it changed, in one request.</summary>
internal sealed record ZendeskAudit
{
    public long? Id { get; set; }

    public long? TicketId { get; set; }

    public long? AuthorId { get; set; }

    public DateTime? CreatedAt { get; set; }

    public ZendeskVia? Via { get; set; }

    public IReadOnlyList<ZendeskAuditEvent>? Events { get; set; }
}

/// <summary>One part of an audit.</summary>
internal sealed record ZendeskAuditEvent
{
    public long? Id { get; set; }

    /// <summary>Comment, Create, Change, Notification, CommentRedactionEvent, …</summary>
    public string? Type { get; set; }

    public long? AuthorId { get; set; }

    public string? Body { get; set; }

    public string? HtmlBody { get; set; }

    public string? PlainBody { get; set; }

    public bool? Public { get; set; }

    /// <summary>Which field a Create or a Change is about: tags, priority, status, or a custom field's id.</summary>
    public string? FieldName { get; set; }

    /// <summary>The value after: a text, or a list for tags. Read it by <see cref="ZendeskValues"/>.</summary>
    public JsonElement Value { get; set; }

    /// <summary>The value before.</summary>
    public JsonElement PreviousValue { get; set; }

    /// <summary>The comment that was redacted or made private.</summary>
    public long? CommentId { get; set; }

    public ZendeskVia? Via { get; set; }
}

/// <summary>A page of a ticket's audits.</summary>
internal sealed record ZendeskAuditPage : ZendeskPage
{
    public IReadOnlyList<ZendeskAudit>? Audits { get; set; }
}
