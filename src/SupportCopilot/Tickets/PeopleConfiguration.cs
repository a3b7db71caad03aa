using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupportCopilot.Tickets;

internal sealed class PeopleConfiguration :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Organization>, IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Source).HasMaxLength(20);
        person.Property(p => p.ExternalId).HasMaxLength(200);
        person.Property(p => p.Name).HasMaxLength(200);
        person.Property(p => p.Email).HasMaxLength(320);
        person.HasIndex(p => new { p.TenantId, p.Source, p.ExternalId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.Property(o => o.Source).HasMaxLength(20);
        organization.Property(o => o.ExternalId).HasMaxLength(200);
        organization.Property(o => o.Name).HasMaxLength(200);
        organization.HasIndex(o => new { o.TenantId, o.Source, o.ExternalId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Group> group)
    {
        group.Property(g => g.Source).HasMaxLength(20);
        group.Property(g => g.ExternalId).HasMaxLength(200);
        group.Property(g => g.Name).HasMaxLength(200);
        group.HasIndex(g => new { g.TenantId, g.Source, g.ExternalId }).IsUnique();
    }
}
