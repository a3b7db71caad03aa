using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupportCopilot.Models.Redaction.Placeholders;

/// <summary>Changes the texts in a JSON text and nothing else.</summary>
internal static class JsonTexts
{
    // Read by a model and by our own reader, never by a browser: quotes and control characters are escaped, and letters stay letters.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="JsonException">It is no JSON; the message is ours and quotes none of it.</exception>
    public static string Changed(string json, Func<string, string> change)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var written = new ArrayBufferWriter<byte>(json.Length);
            using (var writer = new Utf8JsonWriter(written, Writing)) Write(document.RootElement, change, writer);
            return Encoding.UTF8.GetString(written.WrittenSpan);
        }
        catch (JsonException)
        {
            throw new JsonException("It is no JSON.");
        }
    }

    private static void Write(JsonElement value, Func<string, string> change, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, change, writer);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(item, change, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(change(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
