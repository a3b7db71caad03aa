using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupportCopilot.Access;

internal sealed class AccessConfiguration :
    IEntityTypeConfiguration<Tenant>, IEntityTypeConfiguration<PersonScope>, IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<Tenant> tenant)
    {
        tenant.HasIndex(t => t.Key).IsUnique();
        tenant.Property(t => t.Key).HasMaxLength(40);
        tenant.Property(t => t.Name).HasMaxLength(200);
        tenant.Property(t => t.TimeZone).HasMaxLength(60);
        tenant.Property(t => t.EntraTenantId).HasMaxLength(36);
        tenant.HasIndex(t => t.EntraTenantId).IsUnique().HasFilter("[EntraTenantId] IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<PersonScope> scope)
    {
        scope.Property(s => s.Value).HasMaxLength(200);
        scope.HasIndex(s => new { s.TenantId, s.PersonId });
    }

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Action).HasMaxLength(60);
        entry.Property(e => e.Subject).HasMaxLength(100);
        entry.Property(e => e.Detail).HasMaxLength(2000);
        entry.HasIndex(e => new { e.TenantId, e.At });
    }
}
