namespace SupportCopilot.Zendesk.Wire;

/// <summary>A ticket as Zendesk has it. Every field may be missing; setters, because reading a page by constructors takes half as long again.</summary>
internal sealed record ZendeskTicket
{
    public long? Id { get; set; }

    public string? Subject { get; set; }

    public string? RawSubject { get; set; }

    /// <summary>The first comment's words.</summary>
    public string? Description { get; set; }

    /// <summary>new, open, pending, hold, solved, closed, deleted.</summary>
    public string? Status { get; set; }

    public string? Type { get; set; }

    /// <summary>low, normal, high, urgent, or none.</summary>
    public string? Priority { get; set; }

    public ZendeskVia? Via { get; set; }

    public long? RequesterId { get; set; }

    public long? SubmitterId { get; set; }

    public long? AssigneeId { get; set; }

    public long? OrganizationId { get; set; }

    public long? GroupId { get; set; }

    public long? BrandId { get; set; }

    public IReadOnlyList<string?>? Tags { get; set; }

    public IReadOnlyList<ZendeskCustomField>? CustomFields { get; set; }

    public ZendeskTicketRating? SatisfactionRating { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public DateTime? DueAt { get; set; }

    /// <summary>When Zendesk itself last touched it, in Unix seconds: what the incremental export is ordered by.</summary>
    public long? GeneratedTimestamp { get; set; }

    public long? ProblemId { get; set; }

    public IReadOnlyList<long?>? FollowupIds { get; set; }

    /// <summary>False where it began with an internal note and has no public comment.</summary>
    public bool? IsPublic { get; set; }

    /// <summary>Its metrics, where they were side-loaded into it.</summary>
    public ZendeskMetricSet? MetricSet { get; set; }
}

/// <summary>A custom field's value: a text, a number, a yes, or a list of options.</summary>
internal sealed record ZendeskCustomField
{
    public long? Id { get; set; }

    public System.Text.Json.JsonElement Value { get; set; }
}

/// <summary>The rating that stands on the ticket itself.</summary>
internal sealed record ZendeskTicketRating
{
    public long? Id { get; set; }

    /// <summary>offered, unoffered, good, bad.</summary>
    public string? Score { get; set; }
}

/// <summary>What Zendesk measured of a ticket.</summary>
internal sealed record ZendeskMetricSet
{
    public long? Id { get; set; }

    public long? TicketId { get; set; }

    public long? Reopens { get; set; }

    public long? Replies { get; set; }

    public DateTime? SolvedAt { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public ZendeskMinutes? ReplyTimeInMinutes { get; set; }

    public ZendeskMinutes? FirstResolutionTimeInMinutes { get; set; }

    public ZendeskMinutes? FullResolutionTimeInMinutes { get; set; }
}

/// <summary>A duration by the calendar and by business hours.</summary>
internal sealed record ZendeskMinutes
{
    public long? Calendar { get; set; }

    public long? Business { get; set; }
}
