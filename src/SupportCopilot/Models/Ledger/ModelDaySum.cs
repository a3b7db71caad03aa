using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Ledger;

/// <summary>What is left of a day's calls once they are no longer kept one by one: their sums, by what they were for, who was asked and how they ended.</summary>
public sealed class ModelDaySum : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Days since 1 January 1970, UTC.</summary>
    public int Day { get; init; }

    /// <summary>What for, such as <c>triage</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The server, by its name in the settings.</summary>
    public required string Server { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>How they ended.</summary>
    public ModelOutcome Outcome { get; init; }

    /// <summary>How many.</summary>
    public int Calls { get; set; }

    /// <summary>Tokens asked.</summary>
    public long InputTokens { get; set; }

    /// <summary>Tokens answered.</summary>
    public long OutputTokens { get; set; }

    /// <summary>Millionths of a US dollar.</summary>
    public long CostMicros { get; set; }

    /// <summary>Of that, what was about tickets.</summary>
    public long TicketMicros { get; set; }

    /// <summary>Tickets that were asked about here for the last time, so that none counts on two days.</summary>
    public int Tickets { get; set; }
}

internal sealed class ModelDaySumConfiguration : IEntityTypeConfiguration<ModelDaySum>
{
    public void Configure(EntityTypeBuilder<ModelDaySum> sum)
    {
        sum.Property(s => s.Task).HasMaxLength(60);
        sum.Property(s => s.Server).HasMaxLength(100);
        sum.Property(s => s.Model).HasMaxLength(100);
        sum.HasIndex(s => new { s.TenantId, s.Day, s.Task, s.Server, s.Model, s.Outcome }).IsUnique();
    }
}
