using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies;

/// <summary>A reply that was suggested for one state of a ticket; kept so that a verdict on it can be understood later.</summary>
public sealed class Suggestion : ITenantOwned
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>The ticket's version it was made for.</summary>
    public int TicketVersion { get; init; }

    /// <summary>The reply.</summary>
    public required string Text { get; init; }

    /// <summary>What it stands on, as JSON; its shape belongs to the replies feature.</summary>
    public required string Citations { get; init; }

    /// <summary>Which way made it: <c>extractive</c>, or a model's name.</summary>
    public required string MadeBy { get; init; }

    /// <summary>The prompt with its version, such as <c>reply/2</c>; null where no model was asked.</summary>
    public string? Prompt { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime CreatedAt { get; init; }
}

/// <summary>What an agent thought of a suggestion. Rows are only ever added; the newest of a person counts.</summary>
public sealed class Feedback : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>The suggestion; null when the verdict is on the silence.</summary>
    public Guid? SuggestionId { get; init; }

    /// <summary>Who.</summary>
    public long PersonId { get; init; }

    /// <summary>Whether it was of use.</summary>
    public bool IsUp { get; init; }

    /// <summary>Why, in the agent's words.</summary>
    public string? Reason { get; init; }

    /// <summary>A better reply, in the agent's words.</summary>
    public string? Correction { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }
}

internal sealed class RepliesConfiguration : IEntityTypeConfiguration<Suggestion>, IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Suggestion> suggestion)
    {
        suggestion.Property(s => s.MadeBy).HasMaxLength(60);
        suggestion.Property(s => s.Prompt).HasMaxLength(60);
        suggestion.HasIndex(s => new { s.TenantId, s.TicketId });
        suggestion.HasIndex(s => new { s.TenantId, s.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<Feedback> feedback)
    {
        feedback.Property(f => f.Reason).HasMaxLength(1000);
        feedback.HasIndex(f => new { f.TenantId, f.TicketId });
    }
}
