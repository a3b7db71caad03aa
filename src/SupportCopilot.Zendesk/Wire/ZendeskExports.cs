namespace SupportCopilot.Zendesk.Wire;

/// <summary>A page of tickets, with whom and what it was asked to bring along.</summary>
internal sealed record ZendeskTicketPage : ZendeskPage
{
    /// <summary>Where one ticket was asked for.</summary>
    public ZendeskTicket? Ticket { get; set; }

    public IReadOnlyList<ZendeskTicket>? Tickets { get; set; }

    public IReadOnlyList<ZendeskUser>? Users { get; set; }

    public IReadOnlyList<ZendeskGroup>? Groups { get; set; }

    public IReadOnlyList<ZendeskOrganization>? Organizations { get; set; }

    public IReadOnlyList<ZendeskBrand>? Brands { get; set; }

    public IReadOnlyList<ZendeskMetricSet>? MetricSets { get; set; }
}

/// <summary>A page of a ticket's comments.</summary>
internal sealed record ZendeskCommentPage : ZendeskPage
{
    public IReadOnlyList<ZendeskComment>? Comments { get; set; }

    public IReadOnlyList<ZendeskUser>? Users { get; set; }
}

/// <summary>A page of what happened on tickets.</summary>
internal sealed record ZendeskTicketEventPage : ZendeskPage
{
    public IReadOnlyList<ZendeskTicketEvent>? TicketEvents { get; set; }
}

/// <summary>What happened on a ticket in one request.</summary>
internal sealed record ZendeskTicketEvent
{
    public long? Id { get; set; }

    public long? TicketId { get; set; }

    /// <summary>Unix seconds.</summary>
    public long? Timestamp { get; set; }

    public DateTime? CreatedAt { get; set; }

    public long? UpdaterId { get; set; }

    public ZendeskVia? Via { get; set; }

    public string? EventType { get; set; }

    /// <summary>How a merge names the ticket that this one went into.</summary>
    public string? MergedTicketIds { get; set; }

    public IReadOnlyList<ZendeskChildEvent>? ChildEvents { get; set; }
}

/// <summary>
/// One part of it. A Create or a Change carries the new value under the field's own name, and the old one as
/// <see cref="PreviousValue"/>; a Comment carries the words, where <c>comment_events</c> were asked for.
/// </summary>
internal sealed record ZendeskChildEvent
{
    public long? Id { get; set; }

    /// <summary>Comment, Create, Change, CommentRedactionEvent, CommentPrivacyChange, TicketMerge…</summary>
    public string? EventType { get; set; }

    /// <summary>For a comment Comment or VoiceComment; for a change the ticket's type.</summary>
    public string? Type { get; set; }

    public ZendeskVia? Via { get; set; }

    public long? AuthorId { get; set; }

    public long? AuditId { get; set; }

    public string? Body { get; set; }

    public string? HtmlBody { get; set; }

    public string? PlainBody { get; set; }

    public bool? Public { get; set; }

    public DateTime? CreatedAt { get; set; }

    public IReadOnlyList<ZendeskAttachment>? Attachments { get; set; }

    /// <summary>Which comment was redacted or made private.</summary>
    public long? CommentId { get; set; }

    public bool? CommentPresent { get; set; }

    public bool? CommentPublic { get; set; }

    public string? Subject { get; set; }

    public string? Status { get; set; }

    public string? Priority { get; set; }

    public string? AssigneeId { get; set; }

    public string? GroupId { get; set; }

    public string? RequesterId { get; set; }

    public string? OrganizationId { get; set; }

    public string? BrandId { get; set; }

    public IReadOnlyList<string?>? Tags { get; set; }

    public IReadOnlyList<string?>? AddedTags { get; set; }

    public IReadOnlyList<string?>? RemovedTags { get; set; }

    /// <summary>The old value of a change; null for lists.</summary>
    public string? PreviousValue { get; set; }
}

/// <summary>A page of what happened to the service levels of tickets.</summary>
internal sealed record ZendeskMetricEventPage : ZendeskPage
{
    public IReadOnlyList<ZendeskMetricEvent>? TicketMetricEvents { get; set; }
}

/// <summary>What happened to a service level of a ticket.</summary>
internal sealed record ZendeskMetricEvent
{
    public long? Id { get; set; }

    public long? TicketId { get; set; }

    /// <summary>reply_time, agent_work_time, requester_wait_time, …</summary>
    public string? Metric { get; set; }

    public long? InstanceId { get; set; }

    /// <summary>activate, pause, fulfill, apply_sla, breach, update_status, measure.</summary>
    public string? Type { get; set; }

    public DateTime? Time { get; set; }

    /// <summary>Of a breach: true where it was taken back.</summary>
    public bool? Deleted { get; set; }
}
