using System.Text.Json;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Tickets;

/// <summary>A comment in a ticket's thread, as the API tells it.</summary>
internal static class CommentJson
{
    public static void Write(Utf8JsonWriter json, (Audit Audit, CommentEvent Comment) written)
    {
        AuditJson.WriteComment(json, written.Audit, written.Comment);
        json.WriteObject("via", written.Audit.Via, ViaJson.Write);
        json.WriteTime("created_at", written.Audit.At);
        json.WriteStartObject("metadata");
        AuditJson.WriteMetadata(json, written.Audit);
        json.WriteEndObject();
    }
}
