using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Vocabulary;

/// <summary>What a tenant says in its own words, as one document: one version of it holds at a time.</summary>
public sealed class TenantVocabulary : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The document, as JSON.</summary>
    public required string Said { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTime ChangedAt { get; set; }
}

internal sealed class TenantVocabularyConfiguration : IEntityTypeConfiguration<TenantVocabulary>
{
    public void Configure(EntityTypeBuilder<TenantVocabulary> vocabulary)
    {
        vocabulary.HasKey(v => v.TenantId);
        vocabulary.Property(v => v.TenantId).ValueGeneratedNever();
        vocabulary.Property(v => v.Version).IsConcurrencyToken();
    }
}
