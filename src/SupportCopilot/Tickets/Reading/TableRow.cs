namespace SupportCopilot.Tickets.Reading;

/// <summary>One row of a file.</summary>
/// <param name="Line">The line it begins on, from 1 (in a workbook, the row).</param>
/// <param name="Cells">Its cells in the order of the headers, trimmed; there may be fewer of them, never more. Arrays stand as JSON.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
internal sealed record TableRow(long Line, string[] Cells, string? Problem = null)
{
    /// <summary>Whether there is nothing in it.</summary>
    public bool IsBlank => Problem is null && Array.TrueForAll(Cells, string.IsNullOrEmpty);
}
