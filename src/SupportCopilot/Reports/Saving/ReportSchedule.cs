using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>That a saved report comes by itself, at some times, in one place.</summary>
public sealed class ReportSchedule : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Which report.</summary>
    public long ReportId { get; init; }

    /// <summary>The conversation that it is posted to; null where its answers are only kept, to be fetched.</summary>
    public long? ConversationId { get; init; }

    /// <summary>The asker's own id of the conversation that it was wished for in.</summary>
    public string? Place { get; init; }

    /// <summary>minute hour day-of-month month day-of-week, by the clocks of the zone.</summary>
    public required string Cron { get; set; }

    /// <summary>The zone of those, by IANA name.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Whether it comes; a paused one keeps its times.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Up to when its due times are dealt with (UTC); what would have been due before it was set is.</summary>
    public DateTime HandledUntil { get; set; }

    /// <summary>Why it was stopped by itself.</summary>
    public string? StoppedBecause { get; set; }

    /// <summary>Grows with every change; two changes of one state cannot both win.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class ReportScheduleConfiguration : IEntityTypeConfiguration<ReportSchedule>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> schedule)
    {
        schedule.Property(s => s.Cron).HasMaxLength(100);
        schedule.Property(s => s.TimeZone).HasMaxLength(60);
        schedule.Property(s => s.Place).HasMaxLength(300);
        schedule.Property(s => s.StoppedBecause).HasMaxLength(300);
        schedule.Property(s => s.Version).IsConcurrencyToken();
        schedule.HasIndex(s => new { s.TenantId, s.ReportId });
    }
}
