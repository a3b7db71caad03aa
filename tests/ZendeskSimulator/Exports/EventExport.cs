using ZendeskSimulator.Accounts;
using ZendeskSimulator.Generated;
using ZendeskSimulator.Http;
using ZendeskSimulator.Limits;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Exports;

/// <summary>What happened on all tickets, in the order of time; with its words where <c>include=comment_events</c>.</summary>
internal static class EventExport
{
    public static IEnumerable<Line> Lines => [new("GET", "/api/v2/incremental/ticket_events", Answer, Limit.Export) { IsForAdmins = true }];

    private static SimulatedAnswer Answer(Call call)
    {
        var start = Place.StartTime(call);
        var newest = call.Account.Now - call.Account.Held;
        var (page, isEnd) = TimePages.Take(From(call.Account, start).Select(e => e.Audit).TakeWhile(a => a.At <= newest), a => a.At, start, Place.Size(call));
        var withComments = call.Request.Includes("comment_events");
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("ticket_events", page, (json, audit) => EventJson.Write(json, audit, withComments));
            TimePages.WriteEnd(json, call, start, page.Count, page.Count == 0 ? null : page[^1].At, isEnd);
        }, size: page.Count * 1200 + 4096);
    }

    /// <summary>Every update from that second on, with its ticket.</summary>
    public static IEnumerable<(Ticket Ticket, Audit Audit)> From(Account account, long start)
    {
        // What was there from the start ended before anything came later.
        foreach (var (id, n) in new GeneratedEvents(account.History).From(start))
            if (account.Tickets.Find(id) is { } ticket && ticket.AuditAt(n) is var audit && audit.At >= start) yield return (ticket, audit);
        var later = account.Tickets.Audits;
        for (var n = FirstFrom(later, start); n < later.Count; n++)
            if (account.Tickets.Find(later[n].TicketId) is { } ticket) yield return (ticket, later[n]);
    }

    private static int FirstFrom(IReadOnlyList<Audit> audits, long start)
    {
        int low = 0, high = audits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (audits[middle].At >= start) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
