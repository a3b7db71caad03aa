using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Zendesk.Wire;

/// <summary>How something came in: an object on tickets, audits and comments, a word in exported events.</summary>
/// <param name="Channel">web, email, api, chat, …</param>
/// <param name="Relation">What it came from, such as <c>merge</c> or <c>follow_up</c>.</param>
[JsonConverter(typeof(ZendeskViaConverter))]
internal sealed record ZendeskVia(string? Channel, string? Relation = null)
{
    /// <summary>The tickets it came from, as at a merge.</summary>
    public IReadOnlyList<long> FromTickets { get; init; } = [];
}

internal sealed class ZendeskViaConverter : JsonConverter<ZendeskVia>
{
    public override ZendeskVia? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String) return new(TolerantText.Of(ref reader));
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            _ = reader.TrySkip();
            return null;
        }

        string? channel = null, relation = null;
        var from = new List<long>();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("channel"u8)) channel = Text(ref reader);
            else if (reader.ValueTextEquals("source"u8)) ReadSource(ref reader, ref relation, from);
            else SkipValue(ref reader);
        }

        return new(channel, relation) { FromTickets = from };
    }

    public override void Write(Utf8JsonWriter writer, ZendeskVia value, JsonSerializerOptions options) => throw new NotSupportedException("Nothing is ever said to have come in some way.");

    private static void ReadSource(ref Utf8JsonReader reader, ref string? relation, List<long> from)
    {
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            _ = reader.TrySkip();
            return;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("rel"u8)) relation = Text(ref reader);
            else if (reader.ValueTextEquals("from"u8)) ReadFrom(ref reader, from);
            else SkipValue(ref reader);
        }
    }

    private static void ReadFrom(ref Utf8JsonReader reader, List<long> from)
    {
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            _ = reader.TrySkip();
            return;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isTicket = reader.ValueTextEquals("ticket_id"u8);
            if (!isTicket && !reader.ValueTextEquals("ticket_ids"u8))
            {
                SkipValue(ref reader);
                continue;
            }

            reader.Read();
            if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var id)) from.Add(id);
            else if (reader.TokenType is JsonTokenType.StartArray)
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                    if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out id)) from.Add(id);
                    else _ = reader.TrySkip();
            else _ = reader.TrySkip();
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.String) return TolerantText.Of(ref reader);
        _ = reader.TrySkip();
        return null;
    }

    /// <summary>The serializer has the whole value there, but of a page that streams in it does not say so, and Skip throws.</summary>
    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        _ = reader.TrySkip();
    }
}
