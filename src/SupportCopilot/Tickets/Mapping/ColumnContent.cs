using SupportCopilot.Tickets.Mapping.Cells;
using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>What the head of a file shows of one column.</summary>
internal sealed class ColumnContent
{
    public ColumnContent(IEnumerable<TableRow> head, int index)
    {
        var rows = 0;
        foreach (var row in head.Where(row => row.Problem is null))
        {
            rows++;
            if (index < row.Cells.Length && !Blank.Is(row.Cells[index])) Values.Add(row.Cells[index]);
        }

        Filled = rows == 0 ? 0 : (double)Values.Count / rows;
        Distinct = Values.Distinct(StringComparer.Ordinal).Count();
        AverageLength = Values.Count == 0 ? 0 : Values.Average(value => value.Length);
    }

    /// <summary>The cells that hold something.</summary>
    public List<string> Values { get; } = [];

    /// <summary>Their share of all.</summary>
    public double Filled { get; }

    /// <summary>How many different ones there are.</summary>
    public int Distinct { get; }

    /// <summary>In characters.</summary>
    public double AverageLength { get; }

    /// <summary>The share of cells of which something holds; 0 for a column without any.</summary>
    public double Share(Func<string, bool> holds) => Values.Count == 0 ? 0 : (double)Values.Count(holds) / Values.Count;
}
