using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>A table of texts: names at the left, figures at the right.</summary>
internal static class Grid
{
    /// <param name="heads">The columns' names.</param>
    /// <param name="rows">The rows that are shown.</param>
    /// <param name="all">How many rows there are; told below the table where not all are shown.</param>
    /// <param name="names">How many of the columns are names; the others are figures.</param>
    public static CardElement Of(IReadOnlyList<string> heads, IEnumerable<string[]> rows, int all, int names = 1) =>
        Of(heads, rows.Select(row => row.Select(Words.Run).ToArray()), all, names);

    /// <inheritdoc cref="Of(IReadOnlyList{string}, IEnumerable{string[]}, int, int)"/>
    public static CardElement Of(IReadOnlyList<string> heads, IEnumerable<TextRun[]> rows, int all, int names)
    {
        TableRow[] shown = [.. rows.Select(row => new TableRow([.. row.Select((run, i) => Cell(run, i < names))]))];
        if (shown.Length == 0) return Words.Note($"Not shown here: {Words.Count(all, "row", "rows")}.");

        var table = new Table(
            [.. heads.Select((_, i) => i == 0 ? new TableColumn(3) : i < names ? new(2) : new(2) { HorizontalCellContentAlignment = HorizontalAlignment.Right })],
            [new([.. heads.Select((words, i) => Cell(Words.Run(words) with { Weight = TextWeight.Bolder }, i < names))]), .. shown])
        { ShowGridLines = false };
        return shown.Length == all ? table : new Container([table, Words.Note($"{Words.Count(shown.Length)} of {Words.Count(all)} rows shown.")]);
    }

    private static TableCell Cell(TextRun run, bool isName) =>
        new([new RichTextBlock([run]) { HorizontalAlignment = isName ? null : HorizontalAlignment.Right }]);
}
