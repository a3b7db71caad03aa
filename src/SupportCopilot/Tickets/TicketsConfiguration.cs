using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupportCopilot.Tickets;

internal sealed class TicketsConfiguration :
    IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<TicketTag>,
    IEntityTypeConfiguration<TicketField>, IEntityTypeConfiguration<TicketChange>
{
    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.Property(t => t.Source).HasMaxLength(20);
        ticket.Property(t => t.ExternalId).HasMaxLength(100);
        ticket.Property(t => t.Subject).HasMaxLength(1000);
        ticket.Property(t => t.Status).HasMaxLength(20);
        foreach (var name in new[] { nameof(Ticket.Type), nameof(Ticket.Channel) }) ticket.Property(name).HasMaxLength(60);
        foreach (var name in new[] { nameof(Ticket.Product), nameof(Ticket.Brand) }) ticket.Property(name).HasMaxLength(200);
        ticket.Property(t => t.MergedInto).HasMaxLength(100);
        ticket.Property(t => t.Version).IsConcurrencyToken();

        ticket.OwnsOne(t => t.Given, values => Stored(values, "Given"));
        ticket.OwnsOne(t => t.Predicted, values => Stored(values, "Predicted"));
        ticket.OwnsOne(t => t.Effective, values => Computed(values));
        ticket.Navigation(t => t.Given).IsRequired();
        ticket.Navigation(t => t.Predicted).IsRequired();
        ticket.Navigation(t => t.Effective).IsRequired();

        ticket.HasIndex(t => new { t.TenantId, t.Source, t.ExternalId }).IsUnique();
        ticket.HasIndex(t => new { t.TenantId, t.CreatedAt });
        ticket.HasIndex(t => new { t.TenantId, t.Owed }).HasFilter("[Owed] <> 0");
        ticket.HasIndex(t => new { t.TenantId, t.RequesterId, t.CreatedAt, t.Status, t.Csat }).HasFilter("[RequesterId] IS NOT NULL");   // what else a customer wrote, while an agent waits: without all its columns SQLite walks through the desk instead
        ticket.HasIndex(t => new { t.TenantId, t.Type, t.CreatedAt }).HasFilter("[Type] = 'problem'");   // a handful, asked for beside every ticket
        ticket.HasIndex(t => new { t.TenantId, t.OrganizationId, t.Status, t.CreatedAt }).HasFilter("[OrganizationId] IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(c => c.ExternalId).HasMaxLength(100);
        comment.HasIndex(c => new { c.TicketId, c.ExternalId }).IsUnique();
        comment.HasOne<Ticket>().WithMany().HasForeignKey(c => c.TicketId);
    }

    public void Configure(EntityTypeBuilder<TicketTag> tag)
    {
        tag.HasKey(t => new { t.TicketId, t.Tag });
        tag.Property(t => t.Tag).HasMaxLength(200);
        tag.HasIndex(t => new { t.TenantId, t.Tag });
        tag.HasOne<Ticket>().WithMany().HasForeignKey(t => t.TicketId);
    }

    public void Configure(EntityTypeBuilder<TicketField> field)
    {
        field.HasKey(f => new { f.TicketId, f.Name });
        field.Property(f => f.Name).HasMaxLength(200);
        field.HasIndex(f => new { f.TenantId, f.Name });
        field.HasOne<Ticket>().WithMany().HasForeignKey(f => f.TicketId);
    }

    public void Configure(EntityTypeBuilder<TicketChange> change)
    {
        change.Property(c => c.ExternalId).HasMaxLength(100);
        change.Property(c => c.Field).HasMaxLength(60);
        change.HasIndex(c => new { c.TicketId, c.At });
        change.HasOne<Ticket>().WithMany().HasForeignKey(c => c.TicketId);
    }

    private static void Stored(OwnedNavigationBuilder<Ticket, TriageValues> values, string prefix)
    {
        foreach (var field in TriageFields.Each) values.Property(field.ToString()).HasColumnName(prefix + field).HasMaxLength(100);
    }

    private static void Computed(OwnedNavigationBuilder<Ticket, TriageValues> values)
    {
        foreach (var field in TriageFields.Each)
        {
            values.Property(field.ToString()).HasColumnName(field.ToString()).HasMaxLength(100)
                .HasComputedColumnSql($"COALESCE([Given{field}], [Predicted{field}])", stored: false);
        }
    }
}
