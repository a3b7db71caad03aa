using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupportCopilot.Tickets.Importing;

internal sealed class ImportingConfiguration : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<RejectedRow>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.ToTable("Imports");
        run.Property(r => r.FileName).HasMaxLength(260);
        run.Property(r => r.Kind).HasMaxLength(20);
        run.Property(r => r.Status).HasMaxLength(20);
        run.Property(r => r.StoredAs).HasMaxLength(300);
        run.HasIndex(r => new { r.TenantId, r.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<RejectedRow> row)
    {
        row.Property(r => r.Reason).HasMaxLength(1000);
        row.Property(r => r.Row).HasMaxLength(4000);
        row.HasIndex(r => new { r.ImportId, r.Line });
        row.HasOne<ImportRun>().WithMany().HasForeignKey(r => r.ImportId);
    }
}
