using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.Tickets;

namespace SupportCopilot.Clusters;

internal sealed class ClusterConfiguration :
    IEntityTypeConfiguration<Cluster>, IEntityTypeConfiguration<ClusterMember>, IEntityTypeConfiguration<ClusterDecision>,
    IEntityTypeConfiguration<ClusterRun>
{
    public void Configure(EntityTypeBuilder<Cluster> cluster)
    {
        cluster.Property(c => c.Name).HasMaxLength(200);
        cluster.Property(c => c.Terms).HasMaxLength(500);
        cluster.Property(c => c.RejectReason).HasMaxLength(1000);
        cluster.Property(c => c.Version).IsConcurrencyToken();
        cluster.HasOne(c => c.Article).WithMany().HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.NoAction);
        cluster.HasIndex(c => new { c.TenantId, c.State });
    }

    public void Configure(EntityTypeBuilder<ClusterMember> member)
    {
        member.HasKey(m => m.TicketId);
        member.Property(m => m.TicketId).ValueGeneratedNever();
        member.HasIndex(m => new { m.TenantId, m.ClusterId });
        member.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId);
        member.HasOne<Cluster>().WithMany().HasForeignKey(m => m.ClusterId);
    }

    public void Configure(EntityTypeBuilder<ClusterDecision> decision)
    {
        decision.Property(d => d.Verb).HasMaxLength(20);
        decision.Property(d => d.ContentHash).HasMaxLength(64);
        decision.HasIndex(d => new { d.TenantId, d.ClusterId, d.Version, d.Verb, d.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClusterRun> run)
    {
        run.Property(r => r.Version).IsConcurrencyToken();
        run.HasIndex(r => new { r.TenantId, r.Status });
    }
}
