using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;
using ZendeskSimulator.Limits;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Exports;

/// <summary>
/// What Zendesk measured, in the order of time: the reply time with its service level of an hour, and its breach. A breach
/// is told when the late reply comes, not at the deadline.
/// </summary>
internal static class MetricEventExport
{
    /// <summary>Within how many minutes the first reply is due.</summary>
    public const int TargetMinutes = 60;

    public static IEnumerable<Line> Lines => [new("GET", "/api/v2/incremental/ticket_metric_events", Answer, Limit.Export) { IsForAdmins = true }];

    private static SimulatedAnswer Answer(Call call)
    {
        var start = Place.StartTime(call);
        var newest = call.Account.Now - call.Account.Held;
        var all = EventExport.From(call.Account, start).TakeWhile(e => e.Audit.At <= newest).SelectMany(e => Of(e.Ticket, e.Audit));
        var (page, isEnd) = TimePages.Take(all, e => e.At, start, Place.Size(call));
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("ticket_metric_events", page, Write);
            TimePages.WriteEnd(json, call, start, page.Count, page.Count == 0 ? null : page[^1].At, isEnd);
        }, size: page.Count * 200 + 4096);
    }

    private static IEnumerable<Measured> Of(Ticket ticket, Audit audit)
    {
        var isCreation = audit.Id == ticket.Audits[0].Id;
        if (isCreation)
        {
            yield return new Measured(audit, 0, "reply_time", "measure", 0);
            yield return new Measured(audit, 1, "reply_time", "activate", 1);
            yield return new Measured(audit, 2, "reply_time", "apply_sla", 1);
        }
        else if (IsFirstReply(ticket, audit))
        {
            if (audit.At - ticket.CreatedAt > TargetMinutes * 60) yield return new Measured(audit, 3, "reply_time", "breach", 1);
            yield return new Measured(audit, 4, "reply_time", "fulfill", 1);
        }
    }

    private static bool IsFirstReply(Ticket ticket, Audit audit)
    {
        foreach (var (written, comment) in ticket.Comments())
            if (comment.IsPublic && comment.AuthorId != ticket.RequesterId) return written.Id == audit.Id;
        return false;
    }

    private static void Write(Utf8JsonWriter json, Measured measured)
    {
        json.WriteNumber("id", measured.Audit.Id * 8 + measured.Part);
        json.WriteNumber("ticket_id", measured.Audit.TicketId);
        json.WriteString("metric", measured.Metric);
        json.WriteNumber("instance_id", measured.Instance);
        json.WriteString("type", measured.Type);
        json.WriteTime("time", measured.At);
        if (measured.Type == "breach") json.WriteBoolean("deleted", false);
        if (measured.Type != "apply_sla") return;
        json.WriteStartObject("sla");
        json.WriteNumber("target", TargetMinutes);
        json.WriteBoolean("business_hours", false);
        json.WriteStartObject("policy");
        json.WriteNumber("id", 25);
        json.WriteString("title", "Everybody");
        json.WriteNull("description");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private readonly record struct Measured(Audit Audit, int Part, string Metric, string Type, int Instance)
    {
        public long At => Audit.At;
    }
}
