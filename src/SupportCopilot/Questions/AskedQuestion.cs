using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>A question that was asked, with the answer it got: what the list behind a figure, and later follow-ups, start from.</summary>
public sealed class AskedQuestion : ITenantOwned
{
    /// <summary>An id that cannot be guessed, 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Who asked; null for a command or a job.</summary>
    public long? PersonId { get; init; }

    /// <summary>The conversation it was asked in, by the asker's own id of it.</summary>
    public string? Conversation { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>The plan with its dates resolved, as JSON; null where there was none.</summary>
    public string? Plan { get; set; }

    /// <summary>The answer as it was given, as JSON.</summary>
    public required string Answer { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime AskedAt { get; init; }
}

internal sealed class AskedQuestionConfiguration : IEntityTypeConfiguration<AskedQuestion>
{
    public void Configure(EntityTypeBuilder<AskedQuestion> question)
    {
        question.Property(q => q.Id).HasMaxLength(32);
        question.Property(q => q.Conversation).HasMaxLength(300);
        question.Property(q => q.Text).HasMaxLength(2000);
        question.HasIndex(q => new { q.TenantId, q.AskedAt });
    }
}
