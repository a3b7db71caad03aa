using System.Globalization;
using System.Text.Json;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>Reads what a webhook may hold: whatever is absent, null, or of another kind than expected is not there.</summary>
internal static class JsonReading
{
    private const long LastSecond = 99_999_999_999;   // in the year 5138; a larger number counts milliseconds

    public static JsonElement Child(this JsonElement of, string name) => of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var child) ? child : default;

    /// <summary>The objects of a list that may be wrapped in an object of its own, as Intercom's are.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement of, string name)
    {
        var list = of.Child(name);
        if (list.ValueKind is JsonValueKind.Object) list = list.Child(name);
        return list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object) : [];
    }

    public static string? Text(this JsonElement of, string name) => of.Child(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool? Flag(this JsonElement of, string name) => of.Child(name).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    public static double? Figure(this JsonElement of, string name) => of.Child(name) is { ValueKind: JsonValueKind.Number } figure && figure.TryGetDouble(out var value) ? value : null;

    /// <summary>An id, whether it is written as a number or as a text.</summary>
    public static string? Id(this JsonElement of, string name) => of.Child(name) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } id ? id : null,
        _ => null,
    };

    /// <summary>A text that is one word of small letters, such as the name of an event; null when it is anything else.</summary>
    public static string? Word(string? said, int longest) => said is { Length: > 0 } && said.Length <= longest && said.All(c => c is >= 'a' and <= 'z' or '_' or '.') ? said : null;

    /// <summary>An instant in ISO 8601.</summary>
    public static DateTime? Instant(this JsonElement of, string name) =>
        DateTimeOffset.TryParse(of.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime : null;

    /// <summary>An instant in seconds since 1970.</summary>
    public static DateTime? Seconds(this JsonElement of, string name) => of.Child(name) is not { ValueKind: JsonValueKind.Number } number || !number.TryGetInt64(out var seconds) || seconds <= 0 ? null
        : seconds > LastSecond ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(seconds, 1000 * LastSecond)).UtcDateTime : DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
}
