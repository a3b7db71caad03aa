using System.Text.Json;

namespace SupportCopilot.Zendesk.Wire;

/// <summary>Reads values that are a text here and a list there.</summary>
internal static class ZendeskValues
{
    /// <summary>The value as one text; null where there is none, lists with a space between each two.</summary>
    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.Text(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => string.Join(' ', value.AsList()),
        _ => null,
    };

    /// <summary>The value as a list; a text is one item, nothing is none.</summary>
    public static IReadOnlyList<string> AsList(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(AsText).OfType<string>()],
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object => [],
        _ => value.AsText() is { } one ? [one] : [],
    };

    private static string? Text(this JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)   // half of an emoji
        {
            return null;
        }
    }
}
