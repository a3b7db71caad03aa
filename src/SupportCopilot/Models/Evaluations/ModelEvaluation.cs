using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Evaluations;

/// <summary>How a model, or none, did on a set of cases whose answers are known. Rows are only ever added; the newest counts.</summary>
public sealed class ModelEvaluation : ITenantOwned
{
    /// <summary>The server's name where the embedded way was evaluated.</summary>
    public const string Embedded = "none";

    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>The task, such as <c>triage</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The server, or <see cref="Embedded"/>.</summary>
    public required string Server { get; init; }

    /// <summary>What the set is called.</summary>
    public required string Set { get; init; }

    /// <summary>How many cases it has.</summary>
    public int Cases { get; init; }

    /// <summary>The share that was right, from 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>The least that will do.</summary>
    public double Floor { get; init; }

    /// <summary>All its figures, as JSON.</summary>
    public required string Figures { get; init; }

    /// <summary>What it cost, in millionths of a US dollar.</summary>
    public long CostMicros { get; init; }

    /// <summary>How long it took.</summary>
    public long Milliseconds { get; init; }
}

internal sealed class ModelEvaluationConfiguration : IEntityTypeConfiguration<ModelEvaluation>
{
    public void Configure(EntityTypeBuilder<ModelEvaluation> evaluation)
    {
        evaluation.Property(e => e.Task).HasMaxLength(60);
        evaluation.Property(e => e.Server).HasMaxLength(100);
        evaluation.Property(e => e.Set).HasMaxLength(100);
        evaluation.Property(e => e.Figures).HasMaxLength(4000);
        evaluation.HasIndex(e => new { e.TenantId, e.Task, e.Server });
    }
}
