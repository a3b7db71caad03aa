using ZendeskSimulator.Accounts;
using ZendeskSimulator.Exports;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Tickets;

/// <summary>What was written on a ticket and what happened to it.</summary>
internal static class ThreadEndpoints
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/tickets/{id}/comments", Comments),
        new("PUT", "/api/v2/tickets/{id}/comments/{comment}/redact", Redact),
        new("PUT", "/api/v2/tickets/{id}/comments/{comment}/make_private", MakePrivate),
        new("PUT", "/api/v2/comment_redactions/{comment}", RedactInWorkspace),
        new("GET", "/api/v2/tickets/{id}/audits", Audits),
        new("GET", "/api/v2/tickets/{id}/audits/{audit}", ShowAudit),
    ];

    private static SimulatedAnswer Comments(Call call)
    {
        var ticket = call.Ticket();
        var comments = ticket.Comments().ToList();
        if (call.Request.Query("sort") == "-created_at" || call.Request.Query("sort_order") == "desc") comments.Reverse();
        return Pages.Answer(call, comments, comments.Count, (json, page) =>
        {
            json.WriteObjects("comments", page, CommentJson.Write);
            if (call.Request.Includes("users")) Sideloads.WriteUsers(json, call, page.Select(c => c.Comment.AuthorId));
        });
    }

    private static SimulatedAnswer Audits(Call call)
    {
        var audits = call.Ticket().Audits.ToList();
        if (call.Request.Query("sort") == "-created_at" || call.Request.Query("sort_order") == "desc") audits.Reverse();
        return Pages.Answer(call, audits, audits.Count, (json, page) =>
        {
            json.WriteObjects("audits", page, AuditJson.Write);
            if (call.Request.Includes("users")) Sideloads.WriteUsers(json, call, page.Select(a => a.AuthorId));
        });
    }

    private static SimulatedAnswer ShowAudit(Call call)
    {
        var id = call.Id("audit");
        var audit = call.Ticket().Audits.Find(a => a.Id == id) ?? throw new Refused(SimulatedAnswer.NotFound());
        return SimulatedAnswer.Ok(json => json.WriteObject("audit", audit, AuditJson.Write));
    }

    private static SimulatedAnswer Redact(Call call)
    {
        var text = call.Body("text").GetString() ?? "";
        return Answer(RedactComment.Apply(call.Account, call.Ticket().Id, call.Id("comment"), text, call.Actor));
    }

    private static SimulatedAnswer RedactInWorkspace(Call call)
    {
        var ticket = call.Body("ticket_id").GetInt64();
        var html = call.Body("html_body").GetString() ?? "";
        return Answer(RedactComment.ApplyMarked(call.Account, ticket, call.Id("comment"), html, call.Actor));
    }

    private static SimulatedAnswer MakePrivate(Call call)
    {
        RedactComment.MakePrivate(call.Account, call.Ticket().Id, call.Id("comment"), call.Actor);
        return new SimulatedAnswer(200, default);
    }

    private static SimulatedAnswer Answer((Audit Audit, CommentEvent Comment) redacted) => SimulatedAnswer.Ok(json => json.WriteObject("comment", redacted, CommentJson.Write));
}
