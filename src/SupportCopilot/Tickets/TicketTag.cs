using SupportCopilot.Storage;

namespace SupportCopilot.Tickets;

/// <summary>A tag on a ticket.</summary>
public sealed class TicketTag : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>The tag, in lower case, without spaces.</summary>
    public required string Tag { get; init; }
}

/// <summary>A custom field of a ticket.</summary>
public sealed class TicketField : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>The field's name, as the source writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Its value, as text.</summary>
    public required string Value { get; set; }
}

/// <summary>One change of one field of a ticket, as the source tells it.</summary>
public sealed class TicketChange : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>The id of the change at its source, where it has one, so that it is kept once.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>Which field, such as <c>status</c>, <c>priority</c>, <c>assignee</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The value before; null for the first.</summary>
    public string? From { get; init; }

    /// <summary>The value after.</summary>
    public string? To { get; init; }
}
