using System.Text.Json;

namespace SupportCopilot.Tickets.Reading;

/// <summary>Lays a JSON object out as cells: objects within it by names with dots, arrays as their JSON.</summary>
internal static class FlatJson
{
    private const int MaxDepth = 6;

    public static IEnumerable<(string Name, string Value)> Of(JsonElement item, string prefix = "", int depth = 0)
    {
        foreach (var property in item.EnumerateObject())
        {
            var name = prefix + property.Name;
            if (property.Value.ValueKind is JsonValueKind.Object && depth < MaxDepth)
            {
                foreach (var inner in Of(property.Value, name + ".", depth + 1)) yield return inner;
            }
            else
            {
                yield return (name, Text(property.Value));
            }
        }
    }

    /// <summary>A value as a cell.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Array when value.GetArrayLength() == 0 => "",
        _ => value.GetRawText(),
    };
}
