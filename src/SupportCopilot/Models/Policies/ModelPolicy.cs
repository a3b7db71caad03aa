using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Policies;

/// <summary>What a tenant allows models to see and to cost. It can only be narrower than what the deployer set.</summary>
public sealed class ModelPolicy : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public int Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Whether tickets may be sent to servers of somebody else; where not, only those on this machine or in a private network are asked.</summary>
    public bool AllowsOutside { get; set; } = true;

    /// <summary>The servers that may be asked, by name, one a line; null allows all.</summary>
    public string? Servers { get; set; }

    /// <summary>The most of a day, in millionths of a US dollar; null where only the deployer's limit holds.</summary>
    public long? DayMicros { get; set; }

    /// <summary>The most of a month.</summary>
    public long? MonthMicros { get; set; }

    /// <summary>The most of one person on one day.</summary>
    public long? PersonDayMicros { get; set; }

    /// <summary>The most of one request.</summary>
    public long? RequestMicros { get; set; }

    /// <summary>Grows with every change; of two changes at once one wins.</summary>
    public int Version { get; set; }

    /// <summary>Whether a server may be asked.</summary>
    public bool Allows(string server, bool isOutside) =>
        (AllowsOutside || !isOutside) && (Servers is null || Servers.Split('\n').Contains(server, StringComparer.OrdinalIgnoreCase));
}

internal sealed class ModelPolicyConfiguration : IEntityTypeConfiguration<ModelPolicy>
{
    public void Configure(EntityTypeBuilder<ModelPolicy> policy)
    {
        policy.Property(p => p.Servers).HasMaxLength(4000);
        policy.Property(p => p.Version).IsConcurrencyToken();
        policy.HasIndex(p => p.TenantId).IsUnique();
    }
}
