using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Zendesk.Wire;

/// <summary>Ids and counts, also as text or with a fraction of zero; what is no number at all is none, and not the end of a page of a thousand tickets.</summary>
internal sealed class TolerantLong : JsonConverter<long?>
{
    public override bool HandleNull => true;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var whole) ? whole : Whole(reader.GetDouble());
            case JsonTokenType.String when !reader.HasValueSequence && !reader.ValueIsEscaped:
                var text = reader.ValueSpan;
                return Utf8Parser.TryParse(text, out long read, out var used) && used == text.Length ? read : null;
            default:
                _ = reader.TrySkip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
    }

    private static long? Whole(double number) => double.IsFinite(number) && Math.Abs(number) < 1e18 ? (long)number : null;
}

/// <summary>Measured numbers, also as text.</summary>
internal sealed class TolerantDouble : JsonConverter<double?>
{
    public override bool HandleNull => true;

    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.GetDouble();
            case JsonTokenType.String when !reader.HasValueSequence && !reader.ValueIsEscaped:
                var text = reader.ValueSpan;
                return Utf8Parser.TryParse(text, out double read, out var used) && used == text.Length && double.IsFinite(read) ? read : null;
            default:
                _ = reader.TrySkip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
    {
        if (value is { } number) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
    }
}

/// <summary>Yes and no, also as text or as 1 and 0.</summary>
internal sealed class TolerantBool : JsonConverter<bool?>
{
    public override bool HandleNull => true;

    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.Number: return reader.TryGetInt64(out var number) ? number != 0 : null;
            case JsonTokenType.String: return reader.ValueTextEquals("true"u8) ? true : reader.ValueTextEquals("false"u8) ? false : null;
            default:
                _ = reader.TrySkip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } known) writer.WriteBooleanValue(known);
        else writer.WriteNullValue();
    }
}
