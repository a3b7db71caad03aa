using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>
/// Tells a log of changes (or of messages) from a table of tickets: the same id comes again with other values, and there is
/// a revision or a date of change that differs, or it is so for a tenth of the tickets. Equal rows are mere duplicates.
/// </summary>
internal static class EventLogs
{
    private const double UsualShare = 0.1;

    public static bool IsOne(ColumnMapping mapping, IReadOnlyList<TableRow> head)
    {
        if (mapping.Of(TicketFieldName.Id) is not { } id) return false;
        var groups = head.Where(row => row.Problem is null && id.Index < row.Cells.Length && row.Cells[id.Index].Length > 0)
            .GroupBy(row => row.Cells[id.Index]).ToList();
        var repeated = groups.Where(group => Differs(group, null)).ToList();
        if (repeated.Count == 0) return false;

        var order = mapping.Of(TicketFieldName.Revision) ?? mapping.Of(TicketFieldName.UpdatedAt);
        return (order is not null && repeated.Exists(group => Differs(group, order.Index))) || repeated.Count >= UsualShare * groups.Count;
    }

    private static bool Differs(IGrouping<string, TableRow> rows, int? column)
    {
        var first = rows.First();
        return rows.Skip(1).Any(row => column is { } i ? row.Cells[i] != first.Cells[i] : !row.Cells.AsSpan().SequenceEqual(first.Cells));
    }
}
