using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Segments.Columns;

namespace SupportCopilot.Questions.Segments;

/// <summary>The columns of a tenant's segments: those that are kept in memory, else read from the database by the question's own connection.</summary>
internal sealed class ColumnsOf(int tenantId, KeptColumns kept)
{
    public int TenantId => tenantId;

    /// <summary>A column of a segment as the reader's transaction sees it; threads may share the reader.</summary>
    public PackedColumn Read(IColumnReader reader, SegmentHead segment, int field)
    {
        if (kept.Find(tenantId, segment, field) is { } known) return known;
        byte[]? data;
        lock (reader) data = reader.Read(segment.Number, field);
        var column = new PackedColumn(data ?? throw new InvalidOperationException($"Segment {segment.Number} has no column {field}."), segment.Rows);
        kept.Keep(tenantId, segment, field, column);
        return column;
    }
}
