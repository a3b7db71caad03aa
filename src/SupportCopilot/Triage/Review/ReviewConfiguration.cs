using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Review;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<ReviewItem>, IEntityTypeConfiguration<ReviewAnswer>
{
    public void Configure(EntityTypeBuilder<ReviewItem> item)
    {
        item.HasIndex(i => new { i.TenantId, i.TicketId }).IsUnique();
        item.HasIndex(i => new { i.TenantId, i.Kind, i.Id }).HasFilter("[ReviewedAt] IS NULL");
        item.Property(i => i.ReviewedAt).IsConcurrencyToken();   // of two people at once, the second is told
        item.HasOne<Ticket>().WithMany().HasForeignKey(i => i.TicketId);
    }

    public void Configure(EntityTypeBuilder<ReviewAnswer> answer)
    {
        answer.Property(a => a.Field).HasMaxLength(20);
        answer.Property(a => a.Way).HasMaxLength(20);
        answer.Property(a => a.Judged).HasMaxLength(100);
        answer.Property(a => a.Said).HasMaxLength(100);
        answer.HasIndex(a => new { a.TenantId, a.Kind, a.At });
        answer.HasIndex(a => new { a.ReviewItemId, a.Field }).IsUnique();
        answer.HasOne<ReviewItem>().WithMany(i => i.Answers).HasForeignKey(a => a.ReviewItemId);
    }
}
