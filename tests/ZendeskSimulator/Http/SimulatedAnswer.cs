using System.Buffers;
using System.Text.Json;

namespace ZendeskSimulator.Http;

/// <summary>What the account answers.</summary>
internal sealed record SimulatedAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    private static readonly JsonWriterOptions Unchecked = new() { SkipValidation = true };

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The media type; null where there is no body.</summary>
    public string? MediaType { get; init; }

    /// <summary>An answer of one JSON object, whose members are written by the caller.</summary>
    public static SimulatedAnswer Json(int status, Action<Utf8JsonWriter> members, int size = 2048)
    {
        var bytes = new ArrayBufferWriter<byte>(size);
        using (var json = new Utf8JsonWriter(bytes, Unchecked))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return new SimulatedAnswer(status, bytes.WrittenMemory) { MediaType = "application/json" };
    }

    public static SimulatedAnswer Ok(Action<Utf8JsonWriter> members, int size = 2048) => Json(200, members, size);

    public static SimulatedAnswer NoContent() => new(204, default);

    /// <summary>An error in Zendesk's own form.</summary>
    public static SimulatedAnswer Error(int status, string error, string description) => Json(status, json =>
    {
        json.WriteString("error", error);
        json.WriteString("description", description);
    });

    public static SimulatedAnswer NotFound() => Error(404, "RecordNotFound", "Not found");

    /// <summary>A record that may not be as the caller wants it.</summary>
    public static SimulatedAnswer Invalid(string field, string description) => Json(422, json =>
    {
        json.WriteString("error", "RecordInvalid");
        json.WriteString("description", "Record validation errors");
        json.WriteStartObject("details");
        json.WriteStartArray(field);
        json.WriteStartObject();
        json.WriteString("description", description);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
