using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Knowledge;

/// <summary>Something a reply may be made from: a help center article, a document, or an approved resolution.</summary>
public sealed class Article : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Where it came from: <c>zendesk</c>, <c>file</c>, <c>demo</c>, <c>resolution</c>, <c>api</c>, <c>correction</c> or <c>start</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Its id there.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>Plain text with headings as lines of their own that begin with #.</summary>
    public required string Body { get; set; }

    /// <summary>Who may read it: public, restricted (signed-in customers), or internal.</summary>
    public string Segment { get; set; } = ArticleSegment.Public;

    /// <summary>Two letters (ISO 639-1), where known.</summary>
    public string? Language { get; set; }

    /// <summary>Where a reader finds it.</summary>
    public string? Url { get; set; }

    /// <summary>Whether replies may use it.</summary>
    public bool IsPublished { get; set; } = true;

    /// <summary>When it was last changed (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Whether the search index holds an older state of it.</summary>
    public bool OwesIndex { get; set; } = true;
}

/// <summary>Who may read an article.</summary>
public static class ArticleSegment
{
    /// <summary>Everybody.</summary>
    public const string Public = "public";

    /// <summary>Some signed-in customers.</summary>
    public const string Restricted = "restricted";

    /// <summary>The desk alone.</summary>
    public const string Internal = "internal";
}

internal sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.Property(a => a.Source).HasMaxLength(20);
        article.Property(a => a.ExternalId).HasMaxLength(100);
        article.Property(a => a.Title).HasMaxLength(500);
        article.Property(a => a.Segment).HasMaxLength(20);
        article.Property(a => a.Language).HasMaxLength(10);
        article.Property(a => a.Url).HasMaxLength(2000);
        article.HasIndex(a => new { a.TenantId, a.Source, a.ExternalId }).IsUnique();
        article.HasIndex(a => new { a.TenantId, a.OwesIndex });
    }
}
