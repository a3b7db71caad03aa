using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Budgets;

/// <summary>A budget that is nearly, or wholly, spent: once for each budget and period.</summary>
public sealed class ModelAlert : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>Which budget: day or month.</summary>
    public required string Budget { get; init; }

    /// <summary>nearlySpent or spent.</summary>
    public required string Kind { get; init; }

    /// <summary>The first day of the period: days since 1 January 1970, UTC.</summary>
    public int Period { get; init; }

    /// <summary>What was spent by then, in millionths of a US dollar.</summary>
    public long SpentMicros { get; init; }

    /// <summary>What may be spent.</summary>
    public long LimitMicros { get; init; }
}

internal sealed class ModelAlertConfiguration : IEntityTypeConfiguration<ModelAlert>
{
    public void Configure(EntityTypeBuilder<ModelAlert> alert)
    {
        alert.Property(a => a.Budget).HasMaxLength(20);
        alert.Property(a => a.Kind).HasMaxLength(20);
        alert.HasIndex(a => new { a.TenantId, a.Period, a.Budget, a.Kind }).IsUnique();
    }
}
