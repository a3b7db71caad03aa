using System.Text.Json;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Tickets;

/// <summary>How something came in, as the API tells it.</summary>
internal static class ViaJson
{
    public static void Write(Utf8JsonWriter json, Via via)
    {
        json.WriteString("channel", via.Channel);
        json.WriteStartObject("source");
        json.WriteStartObject("from");
        if (via.Merged is { } merged) json.WriteNumbers("ticket_ids", merged);
        json.WriteEndObject();
        json.WriteStartObject("to");
        if (via.MergedInto is { } target) json.WriteNumber("ticket_id", target);
        json.WriteEndObject();
        json.WriteString("rel", via.Rel);
        json.WriteEndObject();
    }

    /// <summary>The channel in the words of the event export.</summary>
    public static string Words(Via via) => via.Rel == "merge" ? "Merge" : via.Channel switch
    {
        "web" => "Web form",
        "email" => "Mail",
        "api" => "Web service",
        "chat" => "Chat",
        "mobile" => "Mobile",
        "rule" => "Rule",
        _ => via.Channel,
    };
}
