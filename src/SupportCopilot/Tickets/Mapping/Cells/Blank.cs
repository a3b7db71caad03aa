namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>What exports write where there is nothing.</summary>
internal static class Blank
{
    private static readonly HashSet<string> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        "?", "-", "--", "—", "–", "n/a", "#n/a", "null", "none", "nil", "nan", "undefined", "(blank)", "(none)", "(null)", "[]", "{}", "\\N",
    };

    /// <summary>Whether a cell holds nothing.</summary>
    public static bool Is(string? cell) => string.IsNullOrWhiteSpace(cell) || (cell.Length <= 9 && Signs.Contains(cell.Trim()));
}
