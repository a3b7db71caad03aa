using System.Text.Json;

namespace ZendeskSimulator.Tickets;

/// <summary>Tags as Zendesk keeps them: lower case, without spaces, in alphabetical order, each once.</summary>
internal static class TagWords
{
    public static IReadOnlyList<string> Read(JsonElement tags) => tags.ValueKind switch
    {
        JsonValueKind.Array => Normal(tags.EnumerateArray().Where(t => t.ValueKind is JsonValueKind.String).Select(t => t.GetString()!.Trim().Replace(' ', '_'))),
        JsonValueKind.String => Normal(tags.GetString()!.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)),
        _ => [],
    };

    public static IReadOnlyList<string> Normal(IEnumerable<string> tags) =>
        tags.Where(t => t.Length > 0).Select(t => t.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
}
