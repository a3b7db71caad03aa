using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Remembering;

/// <summary>How a person wants words read that have several readings: they were asked, or switched the reading themselves.</summary>
public sealed class RememberedChoice : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Whose choice it is; nobody else's questions are read by it.</summary>
    public long PersonId { get; init; }

    /// <summary>The words, folded: «urgent», «jonas», «last week».</summary>
    public required string Words { get; init; }

    /// <summary>What they are read as: a demand, or the name of a way to read days, as JSON.</summary>
    public required string Reading { get; set; }

    /// <summary>The same for people: «tag is urgent».</summary>
    public required string Label { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime ChosenAt { get; set; }
}

internal sealed class RememberedChoiceConfiguration : IEntityTypeConfiguration<RememberedChoice>
{
    public void Configure(EntityTypeBuilder<RememberedChoice> choice)
    {
        choice.Property(c => c.Words).HasMaxLength(200);
        choice.Property(c => c.Reading).HasMaxLength(1000);
        choice.Property(c => c.Label).HasMaxLength(400);
        choice.HasIndex(c => new { c.TenantId, c.PersonId, c.Words });   // not unique: two taps at once keep it twice, and the newer holds
    }
}
