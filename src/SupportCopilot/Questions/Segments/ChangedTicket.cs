using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// A ticket that the segments do not tell of, or not as it is now: questions read it from its own row, until the segments
/// are brought up to date. Triggers write it within the transaction that changes the ticket or its tags.
/// </summary>
public sealed class ChangedTicket : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>The data's version of its last change: what changed while segments were made stays on the list.</summary>
    public long Stamp { get; init; }
}

internal sealed class ChangedTicketConfiguration : IEntityTypeConfiguration<ChangedTicket>
{
    public void Configure(EntityTypeBuilder<ChangedTicket> changed) => changed.HasKey(c => new { c.TenantId, c.TicketId });
}
