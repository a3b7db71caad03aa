using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Desks;

/// <summary>
/// What we last wrote, or began to write, to a ticket's desk: one row per ticket, saved before anything leaves. By it our
/// own words are known when they come back, and told from those of an agent.
/// </summary>
public sealed class DeskWriting : ITenantOwned
{
    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Counts the writes that were meant for this ticket, from 1: what is meant anew is another intent.</summary>
    public int Number { get; set; }

    /// <summary>Our tags, with a space between each two.</summary>
    public string Tags { get; set; } = "";

    /// <summary>The priority we set; null where it was not ours to set.</summary>
    public string? Priority { get; set; }

    /// <summary>The words that stand in our notes and in nobody else's.</summary>
    public string Marker { get; set; } = "";

    /// <summary>When it was meant (UTC).</summary>
    public DateTime At { get; set; }
}

internal sealed class DeskWritingConfiguration : IEntityTypeConfiguration<DeskWriting>
{
    public void Configure(EntityTypeBuilder<DeskWriting> writing)
    {
        writing.HasKey(w => w.TicketId);
        writing.Property(w => w.TicketId).ValueGeneratedNever();
        writing.Property(w => w.Tags).HasMaxLength(1000);
        writing.Property(w => w.Priority).HasMaxLength(20);
        writing.Property(w => w.Marker).HasMaxLength(40);
        writing.HasOne<Ticket>().WithOne().HasForeignKey<DeskWriting>(w => w.TicketId);
    }
}
