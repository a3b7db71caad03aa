using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Knowledge.Usage;

/// <summary>That an article was of use to a ticket, or was not. Rows are only ever added.</summary>
public sealed class ArticleUse : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>What came of it.</summary>
    public UseKind Kind { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }
}

/// <summary>What came of an article.</summary>
public enum UseKind
{
    /// <summary>A suggested reply cites it.</summary>
    Cited = 0,

    /// <summary>An agent said that such a reply was of use.</summary>
    Helped = 1,

    /// <summary>An agent said that it was not.</summary>
    Failed = 2,
}

/// <summary>A ticket for which no article had an answer; one row a ticket, gone once an article has.</summary>
public sealed class KnowledgeGap : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>When it was first seen (UTC).</summary>
    public DateTime At { get; init; }
}

/// <summary>Words that an agent looked for among the articles and found nothing by.</summary>
public sealed class SearchMiss : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The words, in lower case and in order of the alphabet, so that the same search twice is one row.</summary>
    public required string Words { get; init; }

    /// <summary>How often.</summary>
    public int Times { get; set; }

    /// <summary>When last (UTC).</summary>
    public DateTime LastAt { get; set; }
}

internal sealed class UsageConfiguration : IEntityTypeConfiguration<ArticleUse>, IEntityTypeConfiguration<KnowledgeGap>, IEntityTypeConfiguration<SearchMiss>
{
    public void Configure(EntityTypeBuilder<ArticleUse> use) => use.HasIndex(u => new { u.TenantId, u.ArticleId, u.Kind });

    public void Configure(EntityTypeBuilder<KnowledgeGap> gap) => gap.HasIndex(g => new { g.TenantId, g.TicketId }).IsUnique();

    public void Configure(EntityTypeBuilder<SearchMiss> miss)
    {
        miss.Property(m => m.Words).HasMaxLength(200);
        miss.HasIndex(m => new { m.TenantId, m.Words }).IsUnique();
    }
}
