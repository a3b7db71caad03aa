using System.Globalization;
using System.Text;

namespace SupportCopilot.Questions.Exports;

/// <summary>Writes a table as CSV (RFC 4180): the columns' names first, then the rows; after an empty line what one has to know.</summary>
internal static class WriteCsv
{
    public static byte[] Of(ExportTable table)
    {
        var csv = new StringBuilder();
        Line(csv, table.Columns);
        foreach (var row in table.Rows) Line(csv, row);
        if (table.About.Count > 0) csv.Append("\r\n");
        foreach (var (name, value) in table.About) Line(csv, [name, value]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Line(StringBuilder csv, IEnumerable<object?> cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(HarmlessText.Of(text)),
        DateTimeOffset at => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(HarmlessText.Of(value.ToString() ?? "")),
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n;\t") < 0 && text.Trim() == text ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
