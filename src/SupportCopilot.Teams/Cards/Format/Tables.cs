namespace SupportCopilot.Teams.Cards.Format;

/// <summary>Names and values in two columns. Teams reads both as markdown: the product's own words and figures only.</summary>
/// <param name="Facts">From top to bottom.</param>
internal sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>A name and its value.</summary>
internal sealed record Fact(string Title, string Value);

/// <summary>A table, which the format knows since version 1.5.</summary>
/// <param name="Columns">How wide each is.</param>
/// <param name="Rows">The first is the head where <see cref="FirstRowAsHeader"/> says so.</param>
internal sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    /// <summary>Screen readers then name the column of each cell.</summary>
    public bool FirstRowAsHeader { get; init; } = true;

    public bool? ShowGridLines { get; init; }

    public ContainerStyle? GridStyle { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Width">Its share of the width, against the others'.</param>
internal sealed record TableColumn(int Width)
{
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }
}

/// <summary>A row of a table.</summary>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public string Type => "TableRow";
}

/// <summary>A cell of a table.</summary>
internal sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    public string Type => "TableCell";
}
