using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Caching;

/// <summary>
/// Grows within every transaction that writes what an answer of the tenant could be made of: tickets, their tags and
/// clusters, and names. Triggers of the database see to it, so that no way of writing, and no other process, can forget it.
/// </summary>
public sealed class DataVersion : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>So many changes there have been.</summary>
    public long Version { get; set; }
}

internal sealed class DataVersionConfiguration : IEntityTypeConfiguration<DataVersion>
{
    public void Configure(EntityTypeBuilder<DataVersion> version)
    {
        version.HasKey(v => v.TenantId);
        version.Property(v => v.TenantId).ValueGeneratedNever();
    }
}
