using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Zendesk.Wire;

/// <summary>Texts, also where a number or a yes stands in their place; objects and lists in a text's place are none.</summary>
internal sealed class TolerantText : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return Of(ref reader);
            case JsonTokenType.Number: return Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
            case JsonTokenType.True: return "true";
            case JsonTokenType.False: return "false";
            default:
                _ = reader.TrySkip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>A customer's mail may end in the middle of an emoji; that half is worth one mark, not the whole page.</summary>
    internal static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)   // half of a surrogate pair, or bytes that are no UTF-8
        {
            return Lenient(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray());
        }
    }

    private static string Lenient(ReadOnlySpan<byte> escaped)
    {
        var raw = Encoding.UTF8.GetString(escaped);
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u' && i + 4 < raw.Length && ushort.TryParse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var itself => itself });
            }
        }

        return string.Create(text.Length, text, static (into, from) =>
        {
            from.CopyTo(0, into, into.Length);
            for (var i = 0; i < into.Length; i++)
            {
                if (char.IsHighSurrogate(into[i]) && i + 1 < into.Length && char.IsLowSurrogate(into[i + 1])) i++;
                else if (char.IsSurrogate(into[i])) into[i] = '\uFFFD';
            }
        });
    }
}

/// <summary>Instants, always UTC; one that cannot be read is none.</summary>
internal sealed class TolerantInstant : JsonConverter<DateTime?>
{
    public override bool HandleNull => true;

    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            if (reader.TryGetDateTimeOffset(out var instant)) return instant.UtcDateTime;
            return DateTimeOffset.TryParse(TolerantText.Of(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant) ? instant.UtcDateTime : null;
        }

        if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var seconds) && seconds is >= 0 and < 253_402_300_800) return DateTime.UnixEpoch.AddSeconds(seconds);
        _ = reader.TrySkip();
        return null;
    }

    /// <summary>Zendesk compares what it is given to the second.</summary>
    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
    {
        if (value is { } instant) writer.WriteStringValue(instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        else writer.WriteNullValue();
    }
}
