using System.Globalization;
using System.Text.Json;

namespace ZendeskSimulator.Http;

/// <summary>What every answer writes.</summary>
internal static class JsonWords
{
    /// <summary>Seconds since 1970, as Zendesk writes them: UTC, without fractions.</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, long? time)
    {
        if (time is not { } seconds)
        {
            json.WriteNull(name);
            return;
        }
        Span<char> text = stackalloc char[20];
        DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    public static string Time(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void WriteNumbers(this Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    public static void WriteEmptyObject(this Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteEndObject();
    }

    /// <summary>An array under a name, one object for each item.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>An object under a name.</summary>
    public static void WriteObject<T>(this Utf8JsonWriter json, string name, T item, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartObject(name);
        members(json, item);
        json.WriteEndObject();
    }
}
