using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>A digest that is posted to a conversation every week; a conversation has one at most.</summary>
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

    /// <summary>When on that day, in minutes after midnight, 0–1439.</summary>
    public int MinuteOfDay { get; set; }

    /// <summary>The zone of day and minute, and of the days that are counted, by IANA name.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Who wanted it: who may change it, besides an admin.</summary>
    public long? OwnerId { get; set; }

    /// <summary>Whether it is posted. One that was stopped keeps its number, so that started again it never repeats a week.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>When it was first set up (UTC).</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Since when it is posted as it is set now (UTC): what would have been due before is not posted.</summary>
    public DateTime OnSince { get; set; }

    /// <summary>Grows with every change; two changes of one state cannot both win.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class DigestConfiguration : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> digest)
    {
        digest.Property(d => d.TimeZone).HasMaxLength(60);
        digest.Property(d => d.Version).IsConcurrencyToken();
        digest.HasIndex(d => new { d.TenantId, d.ConversationId }).IsUnique();
    }
}
