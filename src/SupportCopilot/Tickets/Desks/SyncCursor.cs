using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Desks;

/// <summary>How far one stream of a tenant's desk has been read. Its place is written together with the page that leads to it.</summary>
public sealed class SyncCursor : ITenantOwned
{
    /// <summary>The lease under which a tenant's desk is read, whatever process reads it.</summary>
    public static string LeaseOf(int tenantId) => $"sync/{tenantId}";

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Which stream, such as <c>zendesk/tickets</c>.</summary>
    public required string Stream { get; init; }

    /// <summary>Where to go on, as the desk wrote it; empty for the beginning.</summary>
    public string Cursor { get; set; } = "";

    /// <summary>Everything that changed before this instant (UTC) has been read; null before the first page.</summary>
    public DateTime? ReadTo { get; set; }

    /// <summary>How many rows it has given so far.</summary>
    public long Rows { get; set; }

    /// <summary>How many pages they came in.</summary>
    public long Pages { get; set; }

    /// <summary>How many rows the desk said there are, where it says; for the time that is left.</summary>
    public long? Expected { get; set; }

    /// <summary>When its last page was written (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>When its end was last reached (UTC); null while it never was.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Since when it fails (UTC); null while it does not.</summary>
    public DateTime? FailingSince { get; set; }

    /// <summary>What it fails of, or what of it is left out; never customers' words.</summary>
    public string? Trouble { get; set; }

    /// <summary>The token of the lease under which it was last written.</summary>
    public long LeaseToken { get; set; }
}

internal sealed class SyncCursorConfiguration : IEntityTypeConfiguration<SyncCursor>
{
    public void Configure(EntityTypeBuilder<SyncCursor> cursor)
    {
        cursor.HasKey(c => new { c.TenantId, c.Stream });
        cursor.Property(c => c.Stream).HasMaxLength(60);
        cursor.Property(c => c.Cursor).HasMaxLength(1000);
        cursor.Property(c => c.Trouble).HasMaxLength(500);
    }
}
