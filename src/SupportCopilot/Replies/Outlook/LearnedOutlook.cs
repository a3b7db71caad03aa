using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Outlook;

/// <summary>What was learned from a tenant's done tickets about how its open ones will go; one row a tenant.</summary>
public sealed class LearnedOutlook : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>When it was learned (UTC).</summary>
    public DateTime LearnedAt { get; set; }

    /// <summary>Done tickets it was learned from.</summary>
    public int Tickets { get; set; }

    /// <summary>The model as JSON; its shape belongs to the replies feature. It holds values of fields and counts, no words of tickets.</summary>
    public required string Model { get; set; }
}

internal sealed class LearnedOutlookConfiguration : IEntityTypeConfiguration<LearnedOutlook>
{
    public void Configure(EntityTypeBuilder<LearnedOutlook> learned) => learned.HasIndex(o => o.TenantId).IsUnique();
}
