using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupportCopilot.Storage;

/// <summary>
/// One thing that leaves the product, such as a digest for a channel: its row stands before it goes out, so that a process
/// that dies around the sending neither sends it twice nor forgets it.
/// </summary>
public sealed class Effect : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>What is meant, in words that only this one effect has, such as <c>digest/3/2026-W12</c>; at most 200 characters.</summary>
    public required string Intent { get; init; }

    /// <summary>Where it goes, such as <c>conversation/7</c>.</summary>
    public required string Target { get; init; }

    /// <summary>How far it has come.</summary>
    public EffectState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>What the other side calls it, once it said so: the id of the message.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Why it did not go out; never customers' words.</summary>
    public string? Detail { get; set; }

    /// <summary>When it was first meant (UTC).</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When its state last changed (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Grows with every change; of two processes at one effect only one wins.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>How far an effect has come.</summary>
public enum EffectState
{
    /// <summary>Meant; nothing has left yet, so it may be tried.</summary>
    Meant = 0,

    /// <summary>Being sent. Found so after a restart it is unconfirmed: it may or may not have arrived.</summary>
    Sending = 1,

    /// <summary>The other side confirmed it.</summary>
    Done = 2,

    /// <summary>The other side refused it for good; it did not arrive.</summary>
    Refused = 3,

    /// <summary>Nobody knows whether it arrived: shown to its owner, never repeated by itself.</summary>
    Unconfirmed = 4,

    /// <summary>A person has looked: it is settled, and if it was to be sent again, that is an effect of its own.</summary>
    Dismissed = 5,
}

internal sealed class EffectConfiguration : IEntityTypeConfiguration<Effect>
{
    public void Configure(EntityTypeBuilder<Effect> effect)
    {
        effect.Property(e => e.Intent).HasMaxLength(200);
        effect.Property(e => e.Target).HasMaxLength(100);
        effect.Property(e => e.ExternalId).HasMaxLength(400);
        effect.Property(e => e.Detail).HasMaxLength(1000);
        effect.Property(e => e.Version).IsConcurrencyToken();
        effect.HasIndex(e => new { e.TenantId, e.Intent }).IsUnique();
        effect.HasIndex(e => new { e.TenantId, e.State });
    }
}
