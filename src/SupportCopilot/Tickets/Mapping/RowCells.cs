using SupportCopilot.Tickets.Mapping.Cells;
using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>The cells of a row by what they mean, blanks left out.</summary>
internal sealed class RowCells
{
    private static readonly int FieldCount = Enum.GetValues<TicketFieldName>().Length;

    private readonly string?[] _single = new string?[FieldCount];
    private readonly List<(TicketFieldName Field, string Value)> _many = [];
    private Dictionary<string, string>? _custom;

    public RowCells(ColumnMapping mapping, IReadOnlyList<string> headers, TableRow row)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (Blank.Is(row.Cells[i])) continue;
            // In JSON a later row may bring a column that the head did not have.
            var field = i < mapping.Columns.Count ? mapping.Columns[i].Field : TicketFieldName.Custom;
            if (field is TicketFieldName.Ignored) continue;
            if (field is TicketFieldName.Custom) Keep(headers[i], row.Cells[i]);
            else if (field.TakesMany()) _many.Add((field, row.Cells[i]));
            else _single[(int)field] = row.Cells[i];
        }
    }

    /// <summary>The cell of a field that takes one; null when it is blank or there is none.</summary>
    public string? this[TicketFieldName field] => _single[(int)field];

    /// <summary>What has no field of ours, by the column's name; null when there is nothing.</summary>
    public IReadOnlyDictionary<string, string>? Custom => _custom;

    /// <summary>The cells of a field that takes many.</summary>
    public IEnumerable<string> All(TicketFieldName field) => _many.Where(cell => cell.Field == field).Select(cell => cell.Value);

    /// <summary>Keeps a value under a column's name; of several columns with one name all values.</summary>
    public void Keep(string column, string value)
    {
        _custom ??= [];
        _custom[column] = _custom.TryGetValue(column, out var before) ? $"{before}, {value}" : value;
    }
}
