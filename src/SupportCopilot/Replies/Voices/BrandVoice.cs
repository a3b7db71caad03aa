using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Voices;

/// <summary>How a brand writes to its customers: a row for all languages, and one for each language that has words of its own.</summary>
public sealed class BrandVoice : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The brand; empty for whatever brand has no row of its own.</summary>
    public string Brand { get; init; } = "";

    /// <summary>Two letters (ISO 639-1); empty for any.</summary>
    public string Language { get; init; } = "";

    /// <summary>friendly, formal or short; null for the usual one.</summary>
    public string? Tone { get; set; }

    /// <summary>The greeting, with {name} for the customer's first name.</summary>
    public string? Greeting { get; set; }

    /// <summary>The last sentence before the signature.</summary>
    public string? Closing { get; set; }

    /// <summary>The signature, with {agent} for the agent's name and {brand} for the brand's.</summary>
    public string? Signature { get; set; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTime UpdatedAt { get; set; }
}

internal sealed class BrandVoiceConfiguration : IEntityTypeConfiguration<BrandVoice>
{
    public void Configure(EntityTypeBuilder<BrandVoice> voice)
    {
        voice.Property(v => v.Brand).HasMaxLength(200);
        voice.Property(v => v.Language).HasMaxLength(10);
        voice.Property(v => v.Tone).HasMaxLength(20);
        voice.HasIndex(v => new { v.TenantId, v.Brand, v.Language }).IsUnique();
    }
}
