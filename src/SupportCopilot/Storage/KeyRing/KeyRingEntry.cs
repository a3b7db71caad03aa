using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupportCopilot.Storage.KeyRing;

/// <summary>A part of the key ring by which secrets are encrypted; all servers share it, so that each opens what another has closed.</summary>
public sealed class KeyRingEntry
{
    /// <summary>Counts the entries, from 1. It is given by us: of two servers that make the first key at the same moment, one finds the place taken.</summary>
    public int Number { get; init; }

    /// <summary>What the framework calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The entry; wrapped by a certificate where one is set.</summary>
    public required string Xml { get; init; }
}

internal sealed class KeyRingEntryConfiguration : IEntityTypeConfiguration<KeyRingEntry>
{
    public void Configure(EntityTypeBuilder<KeyRingEntry> entry)
    {
        entry.ToTable("KeyRing");
        entry.HasKey(e => e.Number);
        entry.Property(e => e.Number).ValueGeneratedNever();
        entry.Property(e => e.Name).HasMaxLength(200);
    }
}
