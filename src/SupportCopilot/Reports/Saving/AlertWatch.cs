using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>The bound that an alert watches, and on which side of it the figure is.</summary>
public sealed class AlertWatch : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The alert, whose figure is a saved question's.</summary>
    public long ReportId { get; init; }

    /// <summary>The conversation that is told; null where a crossing is only kept, to be fetched.</summary>
    public long? ConversationId { get; init; }

    /// <summary>The asker's own id of the conversation that it was wished for in.</summary>
    public string? Place { get; init; }

    /// <summary>moreThan, atLeast, lessThan or atMost.</summary>
    public required string Op { get; set; }

    /// <summary>The bound, in the unit.</summary>
    public double Threshold { get; set; }

    /// <summary>tickets, share, minutes, hours, …</summary>
    public required string Unit { get; init; }

    /// <summary>Whether its days move with every day.</summary>
    public bool IsRolling { get; init; }

    /// <summary>Whether it watches.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Whether the figure is beyond the bound and has not come back yet: then nothing is told again.</summary>
    public bool IsCrossed { get; set; }

    /// <summary>How often it was crossed; the ledger's name of each telling.</summary>
    public int Crossings { get; set; }

    /// <summary>When it was crossed last (UTC).</summary>
    public DateTime? CrossedAt { get; set; }

    /// <summary>The figure at that moment.</summary>
    public double? CrossedValue { get; set; }

    /// <summary>How many tickets it was made of.</summary>
    public int CrossedTickets { get; set; }

    /// <summary>The end of the period in which it was crossed (UTC): what begins later is another period.</summary>
    public DateTime? PeriodEnd { get; set; }

    /// <summary>The figure when it was last looked at; null before that, and where there was nothing to average.</summary>
    public double? LastValue { get; set; }

    /// <summary>When it was last looked at (UTC).</summary>
    public DateTime? CheckedAt { get; set; }

    /// <summary>Until when it keeps still (UTC).</summary>
    public DateTime? SnoozedUntil { get; set; }

    /// <summary>Why it was stopped by itself.</summary>
    public string? StoppedBecause { get; set; }

    /// <summary>Grows with every change; of two processes that see one crossing, one wins.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class AlertWatchConfiguration : IEntityTypeConfiguration<AlertWatch>
{
    public void Configure(EntityTypeBuilder<AlertWatch> watch)
    {
        watch.Property(w => w.Op).HasMaxLength(20);
        watch.Property(w => w.Unit).HasMaxLength(40);
        watch.Property(w => w.Place).HasMaxLength(300);
        watch.Property(w => w.StoppedBecause).HasMaxLength(300);
        watch.Property(w => w.Version).IsConcurrencyToken();
        watch.HasIndex(w => new { w.TenantId, w.ReportId }).IsUnique();
    }
}
