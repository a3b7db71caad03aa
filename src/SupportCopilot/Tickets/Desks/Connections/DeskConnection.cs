using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Desks.Connections;

/// <summary>A desk that an admin connected a tenant to. What is secret of it is in one text that only this product's key ring opens.</summary>
public sealed class DeskConnection : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The kind of desk: one of <see cref="TicketSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Where its API is; null where we never call it.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>How much is written to it, by the name of a <see cref="WriteBackMode"/>; null for nothing.</summary>
    public string? WriteBack { get; set; }

    /// <summary>The sidebar app's number.</summary>
    public string? AppId { get; set; }

    /// <summary>The number of the app's installation.</summary>
    public string? InstallationId { get; set; }

    /// <summary>The key that the app's signed addresses are checked by.</summary>
    public string? AppPublicKey { get; set; }

    /// <summary>The secrets, encrypted.</summary>
    public string Secrets { get; set; } = "";

    /// <summary>When it was last changed (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts the changes, so that of two at once one is told so.</summary>
    public int Version { get; set; }
}

internal sealed class DeskConnectionConfiguration : IEntityTypeConfiguration<DeskConnection>
{
    public void Configure(EntityTypeBuilder<DeskConnection> connection)
    {
        connection.HasKey(c => new { c.TenantId, c.Source });
        connection.Property(c => c.Source).HasMaxLength(20);
        connection.Property(c => c.BaseUrl).HasMaxLength(300);
        connection.Property(c => c.WriteBack).HasMaxLength(10);
        connection.Property(c => c.AppId).HasMaxLength(40);
        connection.Property(c => c.InstallationId).HasMaxLength(40);
        connection.Property(c => c.AppPublicKey).HasMaxLength(4000);
        connection.Property(c => c.Version).IsConcurrencyToken();
        connection.HasOne<Access.Tenant>().WithMany().HasForeignKey(c => c.TenantId);
    }
}
