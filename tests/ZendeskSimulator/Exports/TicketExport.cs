using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;
using ZendeskSimulator.Limits;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Exports;

/// <summary>Tickets in the order of their last change of any kind, by cursor or by time.</summary>
internal static class TicketExport
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/incremental/tickets/cursor", ByCursor, Limit.Export) { IsForAdmins = true },
        new("GET", "/api/v2/incremental/tickets", ByTime, Limit.Export) { IsForAdmins = true },
    ];

    private static SimulatedAnswer ByCursor(Call call)
    {
        var from = Place.Asked(call);
        var (page, isEnd) = Take(call, from, Place.Size(call));
        var next = page.Count == 0 ? from : new Place(page[^1].GeneratedAt, page[^1].Id);
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("tickets", page, (json, it) => TicketJson.Write(json, it, call.Root));
            Sideloads.Write(json, call, page);
            json.WriteString("after_url", $"{call.Root}/api/v2/incremental/tickets/cursor.json?cursor={Uri.EscapeDataString(next.Cursor)}{Included(call)}");
            json.WriteString("after_cursor", next.Cursor);
            json.WriteNull("before_url");
            json.WriteNull("before_cursor");
            json.WriteBoolean("end_of_stream", isEnd);
        }, size: page.Count * 1500 + 4096);
    }

    private static SimulatedAnswer ByTime(Call call)
    {
        var start = Place.StartTime(call);
        var (page, isEnd) = TimePages.Take(call.Account.Tickets.InOrderAfter(start, 0).TakeWhile(t => t.GeneratedAt <= call.Account.Now - call.Account.Held), t => t.GeneratedAt, start, Place.Size(call));
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("tickets", page, (json, it) => TicketJson.Write(json, it, call.Root));
            Sideloads.Write(json, call, page);
            TimePages.WriteEnd(json, call, start, page.Count, page.Count == 0 ? null : page[^1].GeneratedAt, isEnd);
        }, size: page.Count * 1500 + 4096);
    }

    private static (List<Ticket> Page, bool IsEnd) Take(Call call, Place from, int size)
    {
        var newest = call.Account.Now - call.Account.Held;
        var page = new List<Ticket>(size);
        foreach (var ticket in call.Account.Tickets.InOrderAfter(from.Time, from.Id))
        {
            if (ticket.GeneratedAt > newest) break;
            if (page.Count == size) return (page, false);
            page.Add(ticket);
        }
        return (page, true);
    }

    private static string Included(Call call) => call.Request.Query("include") is { } include ? $"&include={Uri.EscapeDataString(include)}" : "";
}
