using System.Text.Json;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Tickets;

/// <summary>A ticket as the API tells it.</summary>
internal static class TicketJson
{
    public static void Write(Utf8JsonWriter json, Ticket ticket, string root)
    {
        json.WriteString("url", $"{root}/api/v2/tickets/{ticket.Id}.json");
        json.WriteNumber("id", ticket.Id);
        json.WriteString("external_id", ticket.ExternalId);
        json.WriteObject("via", ticket.Via, ViaJson.Write);
        json.WriteTime("created_at", ticket.CreatedAt);
        json.WriteTime("updated_at", ticket.UpdatedAt);
        json.WriteNumber("generated_timestamp", ticket.GeneratedAt);
        json.WriteString("type", ticket.Type);
        json.WriteString("subject", ticket.Subject);
        json.WriteString("raw_subject", ticket.Subject);
        json.WriteString("description", ticket.Description);
        json.WriteString("priority", ticket.Priority);
        json.WriteString("status", ticket.IsDeleted ? "deleted" : ticket.Status);
        json.WriteNull("recipient");
        json.WriteNumber("requester_id", ticket.RequesterId);
        json.WriteNumber("submitter_id", ticket.SubmitterId);
        json.WriteNumberOrNull("assignee_id", ticket.AssigneeId);
        json.WriteNumberOrNull("organization_id", ticket.OrganizationId);
        json.WriteNumberOrNull("group_id", ticket.GroupId);
        json.WriteNumbers("collaborator_ids", []);
        json.WriteNumbers("follower_ids", []);
        json.WriteNumbers("email_cc_ids", []);
        json.WriteNull("forum_topic_id");
        json.WriteNull("problem_id");
        json.WriteBoolean("has_incidents", false);
        json.WriteBoolean("is_public", true);
        json.WriteTime("due_at", null);
        json.WriteTexts("tags", ticket.Tags);
        json.WriteObjects("custom_fields", ticket.CustomFields, static (json, field) =>
        {
            json.WriteNumber("id", field.Key);
            json.WriteString("value", field.Value);
        });
        if (ticket.Rating is { } rating)
        {
            json.WriteStartObject("satisfaction_rating");
            json.WriteString("score", rating);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("satisfaction_rating");
        }
        json.WriteNumbers("sharing_agreement_ids", []);
        json.WriteNumbers("followup_ids", []);
        json.WriteNumber("brand_id", ticket.BrandId);
        json.WriteBoolean("allow_channelback", false);
        json.WriteBoolean("allow_attachments", true);
        json.WriteBoolean("from_messaging_channel", false);
    }
}
