using System.Text.Json;
using ZendeskSimulator.Http;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Exports;

/// <summary>An update of a ticket in the words of the event export, which are not those of audits.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, Audit audit, bool withComments)
    {
        json.WriteNumber("id", audit.Id);
        json.WriteNumber("ticket_id", audit.TicketId);
        json.WriteNumber("timestamp", audit.At);
        json.WriteTime("created_at", audit.At);
        json.WriteNumber("updater_id", audit.AuthorId);
        json.WriteString("via", ViaJson.Words(audit.Via));
        json.WriteStartObject("system");
        json.WriteString("client", "ZendeskSimulator");
        json.WriteEndObject();
        json.WriteString("event_type", "Audit");
        if (audit.Via.Merged is { } merged) json.WriteNumbers("merged_ticket_ids", merged);
        json.WriteObjects("child_events", audit.Events, (json, happened) => WriteChild(json, audit, happened, withComments));
    }

    private static void WriteChild(Utf8JsonWriter json, Audit audit, AuditEvent happened, bool withComments)
    {
        if (happened is CommentEvent comment)
        {
            WriteComment(json, audit, comment, withComments);
            return;
        }
        json.WriteNumber("id", happened.Id);
        json.WriteString("via", ViaJson.Words(audit.Via));
        json.WriteNull("via_reference_id");
        switch (happened)
        {
            case ChangeEvent { Field: "tags" } change:
                var (tags, before) = ((IReadOnlyList<string>?)change.Value ?? [], (IReadOnlyList<string>?)change.Previous ?? []);
                json.WriteTexts("tags", tags);
                json.WriteTexts("added_tags", tags.Except(before));
                json.WriteTexts("removed_tags", before.Except(tags));
                json.WriteString("event_type", change.IsCreate ? "Create" : "Change");
                break;
            case ChangeEvent change:
                AuditJson.WriteValue(json, change.Field, change.Value);
                if (!change.IsCreate) AuditJson.WriteValue(json, "previous_value", change.Previous);
                json.WriteString("event_type", change.IsCreate ? "Create" : "Change");
                break;
            case RedactionEvent redaction:
                json.WriteNumber("comment_id", redaction.CommentId);
                json.WriteString("event_type", "CommentRedactionEvent");
                break;
        }
    }

    private static void WriteComment(Utf8JsonWriter json, Audit audit, CommentEvent comment, bool withComments)
    {
        if (withComments)
        {
            AuditJson.WriteComment(json, audit, comment);
            json.WriteObject("via", audit.Via, ViaJson.Write);
            json.WriteTime("created_at", audit.At);
        }
        else
        {
            json.WriteNumber("id", comment.Id);
            json.WriteString("via", ViaJson.Words(audit.Via));
            json.WriteBoolean("comment_present", true);
            json.WriteBoolean("comment_public", comment.IsPublic);
        }
        json.WriteNull("via_reference_id");
        json.WriteString("event_type", "Comment");
    }
}
