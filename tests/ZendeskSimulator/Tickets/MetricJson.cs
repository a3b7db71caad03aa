using System.Text.Json;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Tickets;

/// <summary>The measures of a ticket as the API tells them.</summary>
internal static class MetricJson
{
    private const long First = 2_000_000_000;

    /// <summary>The id of the measures of a ticket.</summary>
    public static long IdOf(long ticket) => First + ticket;

    /// <summary>The ticket that measures belong to.</summary>
    public static long TicketOf(long metric) => metric - First;

    public static void Write(Utf8JsonWriter json, Ticket ticket, string root)
    {
        var metrics = Metrics.Of(ticket);
        json.WriteString("url", $"{root}/api/v2/ticket_metrics/{IdOf(ticket.Id)}.json");
        json.WriteNumber("id", IdOf(ticket.Id));
        json.WriteNumber("ticket_id", ticket.Id);
        json.WriteTime("created_at", ticket.CreatedAt);
        json.WriteTime("updated_at", ticket.UpdatedAt);
        json.WriteNumber("group_stations", ticket.GroupId is null ? 0 : 1);
        json.WriteNumber("assignee_stations", ticket.AssigneeId is null ? 0 : 1);
        json.WriteNumber("reopens", metrics.Reopens);
        json.WriteNumber("replies", metrics.Replies);
        json.WriteTime("assignee_updated_at", metrics.AssignedAt);
        json.WriteTime("requester_updated_at", metrics.RequesterAt);
        json.WriteTime("status_updated_at", metrics.StatusAt);
        json.WriteTime("initially_assigned_at", metrics.AssignedAt);
        json.WriteTime("assigned_at", metrics.AssignedAt);
        json.WriteTime("solved_at", metrics.SolvedAt);
        json.WriteTime("latest_comment_added_at", metrics.CommentAt);
        WriteMinutes(json, "reply_time_in_minutes", metrics.ReplyMinutes);
        WriteMinutes(json, "first_resolution_time_in_minutes", metrics.FirstResolutionMinutes);
        WriteMinutes(json, "full_resolution_time_in_minutes", metrics.FullResolutionMinutes);
        WriteMinutes(json, "agent_wait_time_in_minutes", null);
        WriteMinutes(json, "requester_wait_time_in_minutes", metrics.FullResolutionMinutes ?? metrics.ReplyMinutes);
        WriteMinutes(json, "on_hold_time_in_minutes", 0);
    }

    private static void WriteMinutes(Utf8JsonWriter json, string name, int? minutes)
    {
        json.WriteStartObject(name);
        json.WriteNumberOrNull("calendar", minutes);
        json.WriteNumberOrNull("business", minutes / 2);
        json.WriteEndObject();
    }
}
