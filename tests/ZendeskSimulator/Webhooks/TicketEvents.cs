using System.Globalization;
using System.Text;
using System.Text.Json;
using ZendeskSimulator.Http;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Webhooks;

/// <summary>An update in the words of event webhooks: one event for each thing that happened, ids as texts, fixed words in capitals.</summary>
internal static class TicketEvents
{
    private const string Prefix = "zen:event-type:";

    public static IEnumerable<(string Type, string Body)> Of(Ticket ticket, Audit audit)
    {
        var told = Told(ticket, audit).ToList();
        for (var position = 0; position < told.Count; position++)
            yield return (told[position].Type, Body(ticket, audit, told[position].Type, told[position].Write, position + 1));
    }

    private static IEnumerable<(string Type, Action<Utf8JsonWriter> Write)> Told(Ticket ticket, Audit audit)
    {
        if (audit.Id == ticket.Audits[0].Id) yield return ("ticket.created", _ => { });
        foreach (var happened in audit.Events)
            switch (happened)
            {
                case CommentEvent comment:
                    yield return ("ticket.comment_added", json => WriteComment(json, comment));
                    break;
                case RedactionEvent redaction:
                    yield return ("ticket.comment_redacted", json => json.WriteString("comment_id", Text(redaction.CommentId)));
                    break;
                case ChangeEvent { IsCreate: false, Field: "tags" } change:
                    yield return ("ticket.tags_changed", json => WriteTags(json, change));
                    break;
                case ChangeEvent { IsCreate: false, Field: "status", Value: "deleted" }:
                    yield return ("ticket.soft_deleted", _ => { });
                    break;
                case ChangeEvent { IsCreate: false, Field: "status", Previous: "deleted" }:
                    yield return ("ticket.undeleted", _ => { });
                    break;
                case ChangeEvent { IsCreate: false } change when TypeOf(change.Field) is { } type:
                    yield return (type, json =>
                    {
                        json.WriteString("current", Word(change.Field, change.Value as string));
                        json.WriteString("previous", Word(change.Field, change.Previous as string));
                    }
                    );
                    break;
            }
        if (audit.Via.MergedInto is { } target) yield return ("ticket.merged", json => json.WriteString("target_ticket_id", Text(target)));
    }

    private static string? TypeOf(string field) => field switch
    {
        "status" => "ticket.status_changed",
        "priority" => "ticket.priority_changed",
        "subject" => "ticket.subject_changed",
        "type" => "ticket.type_changed",
        "assignee_id" => "ticket.agent_assignment_changed",
        "group_id" => "ticket.group_assignment_changed",
        "requester_id" => "ticket.requester_changed",
        "organization_id" => "ticket.organization_changed",
        _ when long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "ticket.custom_field_changed",
        _ => null,
    };

    private static string Body(Ticket ticket, Audit audit, string type, Action<Utf8JsonWriter> write, int position)
    {
        var answer = SimulatedAnswer.Ok(json =>
        {
            json.WriteString("type", Prefix + type);
            json.WriteNumber("account_id", 1);
            json.WriteString("id", $"{audit.Id.ToString("x", CultureInfo.InvariantCulture)}-{position.ToString(CultureInfo.InvariantCulture)}");
            json.WriteTime("time", audit.At);
            json.WriteString("zendesk_event_version", "2022-11-06");
            json.WriteString("subject", $"zen:ticket:{Text(ticket.Id)}");
            json.WriteObject("detail", ticket, (json, it) => WriteDetail(json, it, audit));
            json.WriteStartObject("event");
            write(json);
            json.WriteStartObject("meta");
            json.WriteStartObject("sequence");
            json.WriteString("id", Text(audit.Id));
            json.WriteNumber("position", position);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });
        return Encoding.UTF8.GetString(answer.Body.Span);
    }

    private static void WriteDetail(Utf8JsonWriter json, Ticket ticket, Audit audit)
    {
        json.WriteString("id", Text(ticket.Id));
        json.WriteString("actor_id", Text(audit.AuthorId));
        json.WriteString("assignee_id", ticket.AssigneeId is { } assignee ? Text(assignee) : null);
        json.WriteString("brand_id", Text(ticket.BrandId));
        json.WriteString("group_id", ticket.GroupId is { } group ? Text(group) : null);
        json.WriteString("organization_id", ticket.OrganizationId is { } organization ? Text(organization) : null);
        json.WriteString("requester_id", Text(ticket.RequesterId));
        json.WriteString("submitter_id", Text(ticket.SubmitterId));
        json.WriteString("external_id", ticket.ExternalId);
        json.WriteString("subject", ticket.Subject);
        json.WriteString("description", ticket.Description);
        json.WriteString("status", Capitals(ticket.IsDeleted ? "deleted" : ticket.Status));
        json.WriteString("priority", Capitals(ticket.Priority));
        json.WriteString("type", Capitals(ticket.Type));
        json.WriteBoolean("is_public", true);
        json.WriteTexts("tags", ticket.Tags);
        json.WriteTime("created_at", ticket.CreatedAt);
        json.WriteTime("updated_at", ticket.UpdatedAt);
        json.WriteStartObject("via");
        json.WriteString("channel", audit.Via.Channel);
        json.WriteEndObject();
    }

    private static void WriteComment(Utf8JsonWriter json, CommentEvent comment)
    {
        json.WriteStartObject("comment");
        json.WriteString("id", Text(comment.Id));
        json.WriteString("body", comment.Body);
        json.WriteBoolean("is_public", comment.IsPublic);
        json.WriteStartObject("author");
        json.WriteString("id", Text(comment.AuthorId));
        json.WriteBoolean("is_staff", comment.AuthorId < Generated.Ids.FirstCustomer);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter json, ChangeEvent change)
    {
        var (now, before) = ((IReadOnlyList<string>?)change.Value ?? [], (IReadOnlyList<string>?)change.Previous ?? []);
        json.WriteTexts("tags_added", now.Except(before));
        json.WriteTexts("tags_removed", before.Except(now));
    }

    private static string? Word(string field, string? value) => field is "status" or "priority" or "type" ? Capitals(value) : value;

    private static string? Capitals(string? word) => word?.ToUpperInvariant();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
