namespace SupportCopilot.Questions.Exports;

/// <summary>The table of an answer that no plan alone makes again: themes, the parts of a difference, customers' words.</summary>
internal static class AsGiven
{
    private static readonly string[] Quoted = ["ticket", "subject", "words", "at"];

    /// <returns>Null for an answer that its plan gives again.</returns>
    public static ExportTable? Of(Answer answer)
    {
        if (answer.Themes is null && answer.Contributions is null && answer.Quotes is null) return null;
        if (answer.Rows.Count > 0) return new ExportTable("Answer", [.. answer.Columns.Select(ExportTable.NameOf)], [.. answer.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(Plain)])], []);
        return new ExportTable("Answer", Quoted, [.. (answer.Quotes ?? []).Select(quote => (IReadOnlyList<object?>)[quote.TicketId, quote.Subject, quote.Text, quote.At is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null])], []);
    }

    // What was kept comes back as JSON.
    private static object? Plain(object? cell) => cell is not System.Text.Json.JsonElement json ? cell : json.ValueKind switch
    {
        System.Text.Json.JsonValueKind.String => json.GetString(),
        System.Text.Json.JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        _ => null,
    };
}
