using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>A table of texts: a name at the left, figures at the right.</summary>
internal static class Grid
{
    /// <param name="heads">The columns' names.</param>
    /// <param name="rows">The rows that are shown.</param>
    /// <param name="all">How many rows there are; told below the table where not all are shown.</param>
    public static CardElement Of(IReadOnlyList<string> heads, IEnumerable<string[]> rows, int all)
    {
        TableRow[] shown = [.. rows.Select(row => new TableRow([.. row.Select((words, i) => Cell(words, i))]))];
        if (shown.Length == 0) return Words.Note($"Not shown here: {Words.Count(all, "row", "rows")}.");

        var table = new Table(
            [.. heads.Select((_, i) => i == 0 ? new TableColumn(3) : new(2) { HorizontalCellContentAlignment = HorizontalAlignment.Right })],
            [new([.. heads.Select((words, i) => Cell(words, i, TextWeight.Bolder))]), .. shown])
        { ShowGridLines = false };
        return shown.Length == all ? table : new Container([table, Words.Note($"{Words.Count(shown.Length)} of {Words.Count(all)} rows shown.")]);
    }

    private static TableCell Cell(string words, int column, TextWeight? weight = null) =>
        new([new RichTextBlock([Words.Run(words) with { Weight = weight }]) { HorizontalAlignment = column == 0 ? null : HorizontalAlignment.Right }]);
}
