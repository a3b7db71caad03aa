using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// Some thousand tickets that follow one another by number, kept column by column beside their rows: what a question over a
/// year reads is then a few bytes for each ticket. A database that stores columns by itself has no segments.
/// </summary>
public sealed class Segment : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Its place among the tenant's segments, from 0.</summary>
    public int Number { get; init; }

    /// <summary>It holds tickets from this number on, up to where the next one begins.</summary>
    public long FirstId { get; init; }

    /// <summary>How many tickets it holds; deleted ones are left out.</summary>
    public int Rows { get; set; }

    /// <summary>Which columns it has, as a hash of their definitions; one of another version of the program is made anew.</summary>
    public long Shape { get; set; }

    /// <summary>Another one each time the segment is made, so that what is kept of it elsewhere can be told from what it is now.</summary>
    public long Stamp { get; set; }

    /// <summary>The first creation in it, in stored milliseconds; null where no ticket has one.</summary>
    public long? CreatedFrom { get; set; }

    /// <summary>The last creation.</summary>
    public long? CreatedTo { get; set; }

    /// <summary>The first solution.</summary>
    public long? SolvedFrom { get; set; }

    /// <summary>The last solution.</summary>
    public long? SolvedTo { get; set; }

    /// <summary>The first update.</summary>
    public long? UpdatedFrom { get; set; }

    /// <summary>The last update.</summary>
    public long? UpdatedTo { get; set; }
}

/// <summary>One column of a segment.</summary>
public sealed class SegmentColumn : ITenantOwned
{
    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The segment's number.</summary>
    public int Segment { get; init; }

    /// <summary>Which column.</summary>
    public int Field { get; init; }

    /// <summary>The values in the order of the tickets' numbers, packed.</summary>
    public required byte[] Data { get; set; }
}

internal sealed class SegmentConfiguration : IEntityTypeConfiguration<Segment>, IEntityTypeConfiguration<SegmentColumn>
{
    public void Configure(EntityTypeBuilder<Segment> segment)
    {
        segment.HasKey(s => new { s.TenantId, s.Number });
        segment.Property(s => s.Number).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SegmentColumn> column) => column.HasKey(c => new { c.TenantId, c.Segment, c.Field });
}
