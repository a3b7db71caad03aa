using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage;

internal sealed class TriageConfiguration :
    IEntityTypeConfiguration<TriageVerdict>, IEntityTypeConfiguration<Correction>, IEntityTypeConfiguration<TrainedClassifier>
{
    public void Configure(EntityTypeBuilder<TriageVerdict> verdict)
    {
        verdict.HasKey(v => v.TicketId);
        verdict.Property(v => v.TicketId).ValueGeneratedNever();
        verdict.Property(v => v.Model).HasMaxLength(100);
        verdict.Property(v => v.WithoutModelBecause).HasMaxLength(100);
        verdict.HasIndex(v => new { v.TenantId, v.ModelDueAt }).HasFilter("[ModelDueAt] IS NOT NULL");
        verdict.HasOne<Ticket>().WithOne().HasForeignKey<TriageVerdict>(v => v.TicketId);
    }

    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.Property(c => c.Field).HasMaxLength(20);
        correction.Property(c => c.Before).HasMaxLength(100);
        correction.Property(c => c.Value).HasMaxLength(100);
        correction.HasIndex(c => new { c.TenantId, c.TicketId });
    }

    public void Configure(EntityTypeBuilder<TrainedClassifier> classifier)
    {
        classifier.Property(c => c.Field).HasMaxLength(20);
        classifier.HasIndex(c => new { c.TenantId, c.Field, c.TrainedAt });
    }
}
