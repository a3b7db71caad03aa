using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Sent;

/// <summary>What an agent sent after a reply was suggested, measured against it; no words of either. One row for each suggestion.</summary>
public sealed class SentReply : ITenantOwned
{
    /// <summary>The suggestion.</summary>
    public Guid SuggestionId { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>The public comment that was sent, where it came back from the desk; null where the sidebar told of it.</summary>
    public long? CommentId { get; set; }

    /// <summary>Words that were put in, taken out or replaced.</summary>
    public int ChangedWords { get; set; }

    /// <summary>The share of the longer text that was kept, 0–1.</summary>
    public double Kept { get; set; }

    /// <summary>When it was sent (UTC).</summary>
    public DateTime At { get; set; }
}

internal sealed class SentReplyConfiguration : IEntityTypeConfiguration<SentReply>
{
    public void Configure(EntityTypeBuilder<SentReply> sent)
    {
        sent.HasKey(s => s.SuggestionId);
        sent.Property(s => s.SuggestionId).ValueGeneratedNever();
        sent.HasIndex(s => new { s.TenantId, s.At });
    }
}
