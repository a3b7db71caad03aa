namespace SupportCopilot.Tickets.Importing;

/// <summary>Writes cells as a line of CSV.</summary>
public static class CsvLine
{
    /// <summary>The cells as they are, quoted where need be, without a line end.</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Quote));

    /// <summary>The same, with what a spreadsheet would run as a formula turned into text by an apostrophe before it.</summary>
    public static string Harmless(IEnumerable<string> cells) => Of(cells.Select(Disarm));

    private static string Disarm(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
