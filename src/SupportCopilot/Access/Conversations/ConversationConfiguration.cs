using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupportCopilot.Access.Conversations;

internal sealed class ConversationConfiguration :
    IEntityTypeConfiguration<Conversation>, IEntityTypeConfiguration<ConversationScope>, IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.Property(c => c.ExternalId).HasMaxLength(300);
        conversation.Property(c => c.ServiceUrl).HasMaxLength(500);
        conversation.Property(c => c.BotId).HasMaxLength(200);
        conversation.Property(c => c.Name).HasMaxLength(200);
        conversation.HasIndex(c => new { c.TenantId, c.ExternalId }).IsUnique();
        conversation.HasIndex(c => new { c.TenantId, c.PersonId });
    }

    public void Configure(EntityTypeBuilder<ConversationScope> scope)
    {
        scope.Property(s => s.Value).HasMaxLength(200);
        scope.HasIndex(s => new { s.TenantId, s.ConversationId });
    }

    public void Configure(EntityTypeBuilder<Turn> turn)
    {
        turn.HasKey(t => new { t.TenantId, t.Key });
        turn.Property(t => t.Key).HasMaxLength(64);
        turn.Property(t => t.Attempts).IsConcurrencyToken();
        turn.HasIndex(t => new { t.TenantId, t.AnsweredAt });
        turn.HasIndex(t => new { t.TenantId, t.ReceivedAt });
    }
}
