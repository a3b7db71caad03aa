using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>A question that somebody saved under a name: as a report, or as an alert that watches its figure.</summary>
public sealed class SavedReport : ITenantOwned
{
    /// <summary>What the numbers that people see begin after: those below are digests', so that one number names one thing.</summary>
    public const long FirstNumber = 1_000_000;

    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Whose it is: with whose rights it runs, and who may change it besides an admin.</summary>
    public long OwnerId { get; init; }

    /// <summary>Whether it watches a figure, and is no report that is read.</summary>
    public bool IsAlert { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>The name as names are compared.</summary>
    public required string NameKey { get; set; }

    /// <summary>The question's words.</summary>
    public required string Question { get; set; }

    /// <summary>The plan that was chosen, without its dates.</summary>
    public required string Shape { get; set; }

    /// <summary>The zone of its days, by IANA name.</summary>
    public required string TimeZone { get; set; }

    /// <summary>When it was saved (UTC).</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; } = 1;

    internal long Number => FirstNumber + Id;

    internal KeptQuestion Kept => new(Question, Shape, TimeZone);

    internal void Rename(string name) => (Name, NameKey) = (name, WordReader.Key(name));
}

internal sealed class SavedReportConfiguration : IEntityTypeConfiguration<SavedReport>
{
    public void Configure(EntityTypeBuilder<SavedReport> report)
    {
        report.Property(r => r.Name).HasMaxLength(100);
        report.Property(r => r.NameKey).HasMaxLength(200);
        report.Property(r => r.Question).HasMaxLength(2000);
        report.Property(r => r.TimeZone).HasMaxLength(60);
        report.Property(r => r.Version).IsConcurrencyToken();
        report.HasIndex(r => new { r.TenantId, r.OwnerId, r.NameKey }).IsUnique();
    }
}
