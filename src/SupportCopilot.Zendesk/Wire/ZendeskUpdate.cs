namespace SupportCopilot.Zendesk.Wire;

/// <summary>What is changed of a ticket; what is null stays as it is.</summary>
internal sealed record ZendeskTicketUpdate
{
    /// <summary>The ticket, where several are changed at once.</summary>
    public long? Id { get; init; }

    /// <summary>All its tags: whatever is not in the list is taken away. With <see cref="SafeUpdate"/> alone.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Tags to add; in <c>update_many</c> alone.</summary>
    public IReadOnlyList<string>? AdditionalTags { get; init; }

    /// <summary>Tags to take away; in <c>update_many</c> alone.</summary>
    public IReadOnlyList<string>? RemoveTags { get; init; }

    public string? Priority { get; init; }

    public ZendeskNewComment? Comment { get; init; }

    /// <summary>The ticket's <c>updated_at</c> as it was read; with <see cref="SafeUpdate"/> a newer one is answered 409.</summary>
    public DateTime? UpdatedStamp { get; init; }

    public bool? SafeUpdate { get; init; }
}

/// <summary>A comment to add.</summary>
/// <param name="Body">The words.</param>
/// <param name="Public">Whether the requester sees it; always said, because Zendesk's default is yes.</param>
internal sealed record ZendeskNewComment(string Body, bool? Public);

/// <summary>The envelope of one change.</summary>
internal sealed record ZendeskTicketUpdateRequest(ZendeskTicketUpdate Ticket);

/// <summary>The envelope of several.</summary>
internal sealed record ZendeskTicketsUpdateRequest(IReadOnlyList<ZendeskTicketUpdate> Tickets);

/// <summary>What Zendesk says of a change.</summary>
internal sealed record ZendeskTicketUpdated
{
    public ZendeskTicket? Ticket { get; set; }

    /// <summary>What changed; missing where nothing did.</summary>
    public ZendeskAudit? Audit { get; set; }
}

/// <summary>The list of a ticket's tags.</summary>
internal sealed record ZendeskTags
{
    public IReadOnlyList<string?>? Tags { get; set; }
}
