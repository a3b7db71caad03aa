using SupportCopilot.Storage;

namespace SupportCopilot.Access;

/// <summary>Who did what, and when. Rows are only ever added.</summary>
public sealed class AuditEntry : ITenantOwned
{
    /// <summary>Our own number, growing with time.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>Who; null for a job or a command.</summary>
    public long? PersonId { get; init; }

    /// <summary>What was done, such as <c>import.completed</c> or <c>triage.corrected</c>.</summary>
    public required string Action { get; init; }

    /// <summary>On what, such as <c>ticket/1207</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Details without customers' words: field names, counts, ids.</summary>
    public string? Detail { get; init; }
}
