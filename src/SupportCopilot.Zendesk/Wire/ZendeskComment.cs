namespace SupportCopilot.Zendesk.Wire;

/// <summary>A comment of a thread.</summary>
internal sealed record ZendeskComment
{
    public long? Id { get; set; }

    /// <summary>Comment, VoiceComment, …</summary>
    public string? Type { get; set; }

    public long? AuthorId { get; set; }

    public string? Body { get; set; }

    public string? HtmlBody { get; set; }

    public string? PlainBody { get; set; }

    public bool? Public { get; set; }

    public long? AuditId { get; set; }

    public DateTime? CreatedAt { get; set; }

    public ZendeskVia? Via { get; set; }

    public IReadOnlyList<ZendeskAttachment>? Attachments { get; set; }
}

/// <summary>A file of a comment: its name alone is kept.</summary>
internal sealed record ZendeskAttachment
{
    public long? Id { get; set; }

    public string? FileName { get; set; }

    public string? ContentType { get; set; }

    public long? Size { get; set; }
}
