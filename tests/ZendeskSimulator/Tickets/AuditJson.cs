using System.Net;
using System.Text.Json;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Tickets;

/// <summary>An audit and its events as the API tells them.</summary>
internal static class AuditJson
{
    public static void Write(Utf8JsonWriter json, Audit audit)
    {
        json.WriteNumber("id", audit.Id);
        json.WriteNumber("ticket_id", audit.TicketId);
        json.WriteTime("created_at", audit.At);
        json.WriteNumber("author_id", audit.AuthorId);
        json.WriteStartObject("metadata");
        WriteMetadata(json, audit);
        json.WriteEndObject();
        json.WriteObjects("events", audit.Events, (json, happened) => WriteEvent(json, audit, happened));
        json.WriteObject("via", audit.Via, ViaJson.Write);
    }

    /// <summary>A comment with all that stands on it, by itself or as an event.</summary>
    public static void WriteComment(Utf8JsonWriter json, Audit audit, CommentEvent comment)
    {
        json.WriteNumber("id", comment.Id);
        json.WriteString("type", "Comment");
        json.WriteNumber("author_id", comment.AuthorId);
        json.WriteString("body", comment.Body);
        json.WriteString("html_body", Html(comment));
        json.WriteString("plain_body", comment.Body);
        json.WriteBoolean("public", comment.IsPublic);
        json.WriteStartArray("attachments");
        json.WriteEndArray();
        json.WriteNumber("audit_id", audit.Id);
    }

    public static void WriteMetadata(Utf8JsonWriter json, Audit audit)
    {
        json.WriteStartObject("system");
        json.WriteString("client", "ZendeskSimulator");
        json.WriteEndObject();
        json.WritePropertyName("custom");
        if (audit.Custom is { } custom) custom.WriteTo(json);
        else
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }
    }

    public static string Html(CommentEvent comment) =>
        comment.Html ?? $"<div class=\"zd-comment\" dir=\"auto\"><p dir=\"auto\">{WebUtility.HtmlEncode(comment.Body).Replace("\n", "<br>", StringComparison.Ordinal)}</p></div>";

    public static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        if (value is IReadOnlyList<string> texts) json.WriteTexts(name, texts);
        else json.WriteString(name, (string?)value);
    }

    private static void WriteEvent(Utf8JsonWriter json, Audit audit, AuditEvent happened)
    {
        switch (happened)
        {
            case CommentEvent comment:
                WriteComment(json, audit, comment);
                break;
            case ChangeEvent change:
                json.WriteNumber("id", change.Id);
                json.WriteString("type", change.IsCreate ? "Create" : "Change");
                json.WriteString("field_name", change.Field);
                WriteValue(json, "value", change.Value);
                if (!change.IsCreate) WriteValue(json, "previous_value", change.Previous);
                break;
            case RedactionEvent redaction:
                json.WriteNumber("id", redaction.Id);
                json.WriteString("type", "CommentRedactionEvent");
                json.WriteNumber("comment_id", redaction.CommentId);
                break;
        }
    }
}
