using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;
using ZendeskSimulator.Limits;
using ZendeskSimulator.People;

namespace ZendeskSimulator.Exports;

/// <summary>People and organizations in the order of their last change.</summary>
internal static class PeopleExports
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/incremental/users/cursor", Users, Limit.Export) { IsForAdmins = true },
        new("GET", "/api/v2/incremental/users", UsersByTime, Limit.Export) { IsForAdmins = true },
        new("GET", "/api/v2/incremental/organizations", Organizations, Limit.Export) { IsForAdmins = true },
    ];

    private static SimulatedAnswer Users(Call call)
    {
        var from = Place.Asked(call);
        var size = Place.Size(call);
        var newest = call.Account.Now - call.Account.Held;
        var found = call.Account.People.ChangedFrom(from.Time, from.Id).TakeWhile(u => u.UpdatedAt <= newest).Take(size + 1).ToList();
        var page = found.Take(size).ToList();
        var next = page.Count == 0 ? from : new Place(page[^1].UpdatedAt, page[^1].Id);
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("users", page, (json, it) => PeopleJson.Write(json, it, call.Root));
            json.WriteString("after_url", $"{call.Root}/api/v2/incremental/users/cursor.json?cursor={Uri.EscapeDataString(next.Cursor)}");
            json.WriteString("after_cursor", next.Cursor);
            json.WriteNull("before_url");
            json.WriteNull("before_cursor");
            json.WriteBoolean("end_of_stream", found.Count <= size);
        }, size: page.Count * 700 + 4096);
    }

    private static SimulatedAnswer UsersByTime(Call call)
    {
        var start = Place.StartTime(call);
        var newest = call.Account.Now - call.Account.Held;
        var (page, isEnd) = TimePages.Take(call.Account.People.ChangedFrom(start, 0).TakeWhile(u => u.UpdatedAt <= newest), u => u.UpdatedAt, start, Place.Size(call));
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("users", page, (json, it) => PeopleJson.Write(json, it, call.Root));
            TimePages.WriteEnd(json, call, start, page.Count, page.Count == 0 ? null : page[^1].UpdatedAt, isEnd);
        }, size: page.Count * 700 + 4096);
    }

    private static SimulatedAnswer Organizations(Call call)
    {
        var start = Place.StartTime(call);
        var (page, isEnd) = TimePages.Take(call.Account.People.Generated.Organizations.Where(o => o.CreatedAt >= start), o => o.CreatedAt, start, Place.Size(call));
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("organizations", page, (json, it) => PeopleJson.Write(json, it, call.Root));
            TimePages.WriteEnd(json, call, start, page.Count, page.Count == 0 ? null : page[^1].CreatedAt, isEnd);
        });
    }
}
