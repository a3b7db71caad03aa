using System.Text.Json;

namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>Several tags in one cell: a JSON array, or parted by commas, semicolons or bars, or else by spaces.</summary>
internal static class TagCell
{
    private static readonly char[] Marks = [',', ';', '|', '\n'];

    public static IEnumerable<string> Read(string cell)
    {
        if (Blank.Is(cell)) return [];
        var parts = Array(cell) ?? (cell.IndexOfAny(Marks) >= 0 ? cell.Split(Marks) : cell.Split((char[]?)null));
        return parts.Select(Plain).Where(tag => tag.Length > 0 && !Blank.Is(tag));
    }

    private static string Plain(string tag) =>
        string.Join('_', tag.Trim('#', ' ', '"', '\t').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[]? Array(string cell)
    {
        if (!cell.StartsWith('[')) return null;
        try
        {
            using var list = JsonDocument.Parse(cell.Contains('"', StringComparison.Ordinal) ? cell : cell.Replace('\'', '"'));
            return [.. list.RootElement.EnumerateArray().Select(item =>
                item.ValueKind is JsonValueKind.Object && item.TryGetProperty("name", out var name) ? Reading.FlatJson.Text(name) : Reading.FlatJson.Text(item))];
        }
        catch (JsonException)
        {
            return cell.Trim('[', ']').Split(',');   // not JSON after all: Python and Ruby print lists like this
        }
    }
}
