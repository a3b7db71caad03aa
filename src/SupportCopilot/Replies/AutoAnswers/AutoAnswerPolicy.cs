using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.AutoAnswers;

/// <summary>What a tenant lets be answered by itself: one row, and without it nothing.</summary>
public sealed class AutoAnswerPolicy : ITenantOwned
{
    /// <summary>Nothing is answered.</summary>
    public const string Off = "off";

    /// <summary>The answer is proposed in an internal note.</summary>
    public const string Propose = "propose";

    /// <summary>The answer goes to the customer.</summary>
    public const string Public = "public";

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Whether everything is stopped, whatever else stands here.</summary>
    public bool IsStopped { get; set; }

    /// <summary>What is done with questions about how something works.</summary>
    public string Documentation { get; set; } = Off;

    /// <summary>What is done with questions about what there is.</summary>
    public string Feature { get; set; } = Off;

    /// <summary>When it was last changed (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; }

    /// <summary>What is done with tickets of a category.</summary>
    public string Of(string? category) => category switch
    {
        _ when IsStopped => Off,
        "documentation" => Documentation,
        "feature" => Feature,
        _ => Off,
    };
}

/// <summary>A ticket that was answered by itself, or for which an answer was proposed: one row a ticket, and never a second.</summary>
public sealed class AutoAnswer : ITenantOwned
{
    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The suggestion that it was made of.</summary>
    public Guid SuggestionId { get; init; }

    /// <summary>Whether it went to the customer.</summary>
    public bool IsPublic { get; init; }

    /// <summary>What was written, so that it is found again at the desk.</summary>
    public required string Body { get; init; }

    /// <summary>When it was meant (UTC).</summary>
    public DateTime At { get; init; }
}

internal sealed class AutoAnswerConfiguration : IEntityTypeConfiguration<AutoAnswerPolicy>, IEntityTypeConfiguration<AutoAnswer>
{
    public void Configure(EntityTypeBuilder<AutoAnswerPolicy> policy)
    {
        policy.HasKey(p => p.TenantId);
        policy.Property(p => p.TenantId).ValueGeneratedNever();
        policy.Property(p => p.Documentation).HasMaxLength(20);
        policy.Property(p => p.Feature).HasMaxLength(20);
        policy.Property(p => p.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AutoAnswer> answer)
    {
        answer.HasKey(a => a.TicketId);
        answer.Property(a => a.TicketId).ValueGeneratedNever();
        answer.HasIndex(a => new { a.TenantId, a.At });
    }
}
