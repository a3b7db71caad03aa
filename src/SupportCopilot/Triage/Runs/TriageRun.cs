using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Triage.Runs;

/// <summary>One batch of tickets to triage: asked for by a person or a command, worked by whichever process holds the tenant's work.</summary>
public sealed class TriageRun : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>How far it is.</summary>
    public TriageRunStatus Status { get; set; }

    /// <summary>Who asked for it; null for a command.</summary>
    public long? RequestedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime RequestedAt { get; init; }

    /// <summary>When its work began (UTC).</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Whether it only tells what would be: no ticket is changed.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The model server it asks; null where it triages without one.</summary>
    public string? Model { get; init; }

    /// <summary>How many tickets it is about.</summary>
    public int Tickets { get; init; }

    /// <summary>How many of them are done, however that ended.</summary>
    public int Done { get; set; }

    /// <summary>Tokens asked.</summary>
    public long InputTokens { get; set; }

    /// <summary>Tokens answered.</summary>
    public long OutputTokens { get; set; }

    /// <summary>Millionths of a US dollar.</summary>
    public long CostMicros { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>How far a run is.</summary>
public enum TriageRunStatus
{
    /// <summary>Waits for a process that is free.</summary>
    Queued = 0,

    /// <summary>Being worked on; after a crash what is left of it is taken up again.</summary>
    Running = 1,

    /// <summary>Every ticket has its outcome.</summary>
    Completed = 2,
}

internal sealed class TriageRunConfiguration : IEntityTypeConfiguration<TriageRun>, IEntityTypeConfiguration<TriageRunTicket>
{
    public void Configure(EntityTypeBuilder<TriageRun> run)
    {
        run.Property(r => r.Model).HasMaxLength(100);
        run.Property(r => r.Version).IsConcurrencyToken();
        run.HasIndex(r => new { r.TenantId, r.Status });
    }

    public void Configure(EntityTypeBuilder<TriageRunTicket> ticket)
    {
        ticket.HasKey(t => new { t.RunId, t.Position });
        ticket.Property(t => t.Error).HasMaxLength(100);
        ticket.Property(t => t.Changes).HasMaxLength(4000);
        ticket.HasIndex(t => new { t.RunId, t.Outcome });
        ticket.HasOne<TriageRun>().WithMany().HasForeignKey(t => t.RunId);
    }
}
