using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>A person's conversation about figures, as it stands: one row for each person and conversation, so that two people in one channel never mix.</summary>
public sealed class QuestionConversation : ITenantOwned
{
    /// <summary>Its own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Whose it is; 0 for the command line.</summary>
    public long PersonId { get; init; }

    /// <summary>The conversation, by the asker's own id of it.</summary>
    public required string Conversation { get; init; }

    /// <summary>What it is about, as JSON.</summary>
    public required string State { get; set; }

    /// <summary>When something was said in it last (UTC).</summary>
    public DateTime ChangedAt { get; set; }
}

internal sealed class QuestionConversationConfiguration : IEntityTypeConfiguration<QuestionConversation>
{
    public void Configure(EntityTypeBuilder<QuestionConversation> conversation)
    {
        conversation.Property(c => c.Conversation).HasMaxLength(300);
        conversation.HasIndex(c => new { c.TenantId, c.PersonId, c.Conversation }).IsUnique();
    }
}
