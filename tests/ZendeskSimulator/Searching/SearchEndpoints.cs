using ZendeskSimulator.Accounts;
using ZendeskSimulator.Exports;
using ZendeskSimulator.Http;
using ZendeskSimulator.Limits;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Searching;

/// <summary>Searches tickets: a thousand by offset at most, or all by a cursor that works for an hour.</summary>
internal static class SearchEndpoints
{
    /// <summary>What a search by offset gives at most, on all its pages together.</summary>
    private const int Most = 1000;

    private static readonly long CursorLife = (long)TimeSpan.FromHours(1).TotalSeconds;

    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/search", Search),
        new("GET", "/api/v2/search/count", call => SimulatedAnswer.Ok(json => json.WriteNumber("count", Found(call).Count))),
        new("GET", "/api/v2/search/export", Export, Limit.SearchExport),
    ];

    private static SimulatedAnswer Search(Call call)
    {
        var size = (int)Math.Clamp(call.Request.QueryNumber("per_page") ?? 100, 1, 100);
        var number = (int)Math.Max(1, call.Request.QueryNumber("page") ?? 1);
        if ((number - 1) * size >= Most) throw new Refused(SimulatedAnswer.Error(422, "Invalid search", "Invalid search: Requested response size was greater than Search Response Limits"));
        var found = Found(call);
        found.Reverse();   // the youngest first
        var page = found.Skip((number - 1) * size).Take(size).ToList();
        string Address(int page) => $"{call.Root}/api/v2/search.json?page={page}&per_page={size}&query={Uri.EscapeDataString(call.Request.Query("query")!)}";
        return SimulatedAnswer.Ok(json =>
        {
            WriteResults(json, call, page);
            json.WriteNull("facets");
            json.WriteString("next_page", number * size < found.Count ? Address(number + 1) : null);
            json.WriteString("previous_page", number > 1 ? Address(number - 1) : null);
            json.WriteNumber("count", found.Count);
        });
    }

    private static SimulatedAnswer Export(Call call)
    {
        if (call.Request.Query("filter[type]") != "ticket") throw new Refused(SimulatedAnswer.Error(400, "InvalidParameter", "filter[type] must be ticket: the simulator searches nothing else"));
        if (Query.Parse(Text(call)).Type is not null) throw new Refused(SimulatedAnswer.Error(422, "Invalid search", "type must not be in the query"));
        var size = (int)Math.Clamp(call.Request.QueryNumber("page[size]") ?? 100, 1, 1000);
        // The cursor holds when it was given and the last ticket.
        var from = call.Request.Query("page[after]") is { } cursor ? Place.OfCursor(cursor) : new Place(call.Account.Now, 0);
        if (call.Account.Now - from.Time > CursorLife) throw new Refused(SimulatedAnswer.Error(400, "InvalidCursor", "The cursor has expired"));
        var found = Found(call).Where(t => t.Id > from.Id).Take(size + 1).ToList();
        var page = found.Take(size).ToList();
        var next = new Place(from.Time, page.Count == 0 ? from.Id : page[^1].Id).Cursor;
        return SimulatedAnswer.Ok(json =>
        {
            WriteResults(json, call, page);
            json.WriteNull("facets");
            json.WriteStartObject("meta");
            json.WriteBoolean("has_more", found.Count > size);
            json.WriteString("after_cursor", next);
            json.WriteNull("before_cursor");
            json.WriteEndObject();
            json.WriteStartObject("links");
            json.WriteNull("prev");
            json.WriteString("next", found.Count > size ? $"{call.Root}/api/v2/search/export.json?filter%5Btype%5D=ticket&page%5Bafter%5D={Uri.EscapeDataString(next)}&page%5Bsize%5D={size}&query={Uri.EscapeDataString(Text(call))}" : null);
            json.WriteEndObject();
        });
    }

    private static List<Ticket> Found(Call call)
    {
        var query = Query.Parse(Text(call));
        return Enumerable.Range(1, call.Account.Tickets.LastNumber).Select(id => call.Account.Tickets.Find(id)).Where(t => t is not null && query.Fits(t)).Select(t => t!).ToList();
    }

    private static string Text(Call call) => call.Request.Query("query") ?? throw new Refused(SimulatedAnswer.Error(400, "ParameterMissing", "Parameter query is required"));

    private static void WriteResults(System.Text.Json.Utf8JsonWriter json, Call call, IReadOnlyList<Ticket> page) => json.WriteObjects("results", page, (json, it) =>
    {
        TicketJson.Write(json, it, call.Root);
        json.WriteString("result_type", "ticket");
    });
}
