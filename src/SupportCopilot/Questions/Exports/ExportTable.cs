using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Exports;

/// <summary>What is exported: a table, and what one has to know to read it.</summary>
/// <param name="Title">What the table is, for the name of its sheet.</param>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">Texts, numbers (long or double), instants (DateTimeOffset, with the offset to show), null for nothing.</param>
/// <param name="About">Names and values: the question, how it was read, the zone, the moment, the rights.</param>
internal sealed record ExportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<(string Name, string Value)> About)
{
    /// <summary>The figures of an answer; single tickets with their subjects beside their ids.</summary>
    public static ExportTable Of(PlanRun figures, IReadOnlyList<(string Name, string Value)> about)
    {
        List<string> columns = [.. figures.Columns.Select(NameOf)];
        if (figures.Listed is not { } listed) return new ExportTable("Answer", columns, figures.Rows, about);
        columns.Insert(1, "subject");
        return new ExportTable("Answer", columns, [.. figures.Rows.Zip(listed, (row, ticket) => (IReadOnlyList<object?>)[row[0], ticket.Subject, .. row.Skip(1)])], about);
    }

    /// <summary>What a column is called in a file.</summary>
    public static string NameOf(AnswerColumn column) => column.Role is "before" or "change" && !column.Name.Contains(column.Role, StringComparison.OrdinalIgnoreCase) ? $"{column.Name} {column.Role}" : column.Name;
}

/// <summary>A file that is handed out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ExportFile(string Name, string ContentType, byte[] Content);

/// <summary>The formats that tables are exported in.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated, in UTF-8 with its mark, so that Excel reads it right.</summary>
    Csv,

    /// <summary>A workbook: the table on one sheet, what to know on another.</summary>
    Xlsx,
}
