using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>A digest that is posted to a conversation every week.</summary>
public sealed class Digest : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Where it is posted.</summary>
    public long ConversationId { get; init; }

    /// <summary>The day it is posted on.</summary>
    public DayOfWeek Day { get; set; }

    /// <summary>When on that day, in minutes after midnight.</summary>
    public int MinuteOfDay { get; set; }

    /// <summary>The zone of day and minute, by IANA name.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Who wanted it, and is told when one could not be posted.</summary>
    public long? OwnerId { get; init; }

    /// <summary>Whether it is posted.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>When it was set up (UTC): a week that ended before is not posted.</summary>
    public DateTime CreatedAt { get; init; }
}

internal sealed class DigestConfiguration : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> digest)
    {
        digest.Property(d => d.TimeZone).HasMaxLength(60);
        digest.HasIndex(d => new { d.TenantId, d.ConversationId });
    }
}
