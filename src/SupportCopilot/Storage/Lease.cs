using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupportCopilot.Storage;

/// <summary>One piece of work that one process at a time may do, such as a tenant's triage.</summary>
public sealed class Lease
{
    /// <summary>What is worked on, for example <c>triage/1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Who holds it: a name that no other holder has.</summary>
    public required string Holder { get; set; }

    /// <summary>Grows with every change of holder, so that a holder that was paused past its time can be refused.</summary>
    public long Token { get; set; }

    /// <summary>When it is free again unless renewed (UTC).</summary>
    public DateTime ExpiresAt { get; set; }
}

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> lease)
    {
        lease.HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(100);
        lease.Property(l => l.Holder).HasMaxLength(100);
        lease.Property(l => l.Token).IsConcurrencyToken();
    }
}
