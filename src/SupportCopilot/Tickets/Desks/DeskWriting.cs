using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Desks;

/// <summary>
/// What we last wrote, or began to write, to a ticket's desk: one row per ticket, saved before anything leaves. By it our
/// own words are known when they come back (<see cref="DeskWord"/>), and told from those of an agent.
/// </summary>
public sealed class DeskWriting : ITenantOwned
{
    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Counts the writes that were meant for this ticket, from 1: what is meant anew is another intent.</summary>
    public int Number { get; set; }

    /// <summary>The ledger's row of this write; null before the first.</summary>
    public long? EffectId { get; set; }

    /// <summary>The ledger's row, where it was read with it.</summary>
    public Effect? Effect { get; set; }

    /// <summary>Our tags as they are meant to stand, with a space between each two.</summary>
    public string Tags { get; set; } = "";

    /// <summary>Our tags of the write before, which stand there until this one arrives, in the same form.</summary>
    public string TagsWas { get; set; } = "";

    /// <summary>All tags with our prefix as they stood when we last wrote or listened, whoever put them there, in the same form.</summary>
    public string TagsThere { get; set; } = "";

    /// <summary>Tags of ours that an agent took away, in the same form: they are not put there again.</summary>
    public string TagsDropped { get; set; } = "";

    /// <summary>The priority of ours: the one that we last set, or are about to; null where we never set one.</summary>
    public string? Priority { get; set; }

    /// <summary>The priority of ours before this write.</summary>
    public string? PriorityWas { get; set; }

    /// <summary>The priority that stood there after our last write, whoever set it.</summary>
    public string? PriorityThere { get; set; }

    /// <summary>When our last note arrived there (UTC); null where none of ours stands.</summary>
    public DateTime? NotedAt { get; set; }

    /// <summary>Whether this write has a note: then its words, else its tags and priority, are its trace.</summary>
    public bool HasNote { get; set; }

    /// <summary>The words that stand in our notes and in nobody else's.</summary>
    public string Marker { get; set; } = "";

    /// <summary>When it was meant (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>The desk's own time of the ticket after our write (UTC, whole seconds); null until the desk confirmed it.</summary>
    public DateTime? ArrivedAt { get; set; }

    /// <summary>The same of the write before: a page from before it is stale, whatever became of this one.</summary>
    public DateTime? ArrivedWas { get; set; }

    /// <summary>Before then nothing is tried again and no trace is looked for again (UTC); null where nothing is to be waited for.</summary>
    public DateTime? TryAfter { get; set; }
}

internal sealed class DeskWritingConfiguration : IEntityTypeConfiguration<DeskWriting>
{
    public void Configure(EntityTypeBuilder<DeskWriting> writing)
    {
        writing.HasKey(w => w.TicketId);
        writing.Property(w => w.TicketId).ValueGeneratedNever();
        foreach (var tags in new[] { nameof(DeskWriting.Tags), nameof(DeskWriting.TagsWas), nameof(DeskWriting.TagsThere), nameof(DeskWriting.TagsDropped) })
            writing.Property(tags).HasMaxLength(2000);
        foreach (var priority in new[] { nameof(DeskWriting.Priority), nameof(DeskWriting.PriorityWas), nameof(DeskWriting.PriorityThere) })
            writing.Property(priority).HasMaxLength(20);
        writing.Property(w => w.Marker).HasMaxLength(40);
        writing.HasOne(w => w.Effect).WithMany().HasForeignKey(w => w.EffectId);
        writing.HasOne<Ticket>().WithOne().HasForeignKey<DeskWriting>(w => w.TicketId);
    }
}
