using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.People;

/// <summary>Users, groups, organizations and brands: one, several, all.</summary>
internal static class PeopleEndpoints
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/users/me", call => SimulatedAnswer.Ok(json => json.WriteObject("user", call.Actor, (json, it) => PeopleJson.Write(json, it, call.Root)))),
        new("GET", "/api/v2/users/show_many", ShowUsers),
        new("GET", "/api/v2/users/{id}", ShowUser),
        new("GET", "/api/v2/users", Users),
        new("GET", "/api/v2/groups", call => Pages.Answer(call, Groups(call), Groups(call).Count, (json, page) => json.WriteObjects("groups", page, (json, it) => PeopleJson.Write(json, it, call.Root)))),
        new("GET", "/api/v2/groups/{id}", call => One(call, "group", Groups(call).FirstOrDefault(g => g.Id == call.Id()), (json, it) => PeopleJson.Write(json, it, call.Root))),
        new("GET", "/api/v2/organizations/show_many", call => ManyOrganizations(call)),
        new("GET", "/api/v2/organizations", call => Pages.Answer(call, Organizations(call), Organizations(call).Count, (json, page) => json.WriteObjects("organizations", page, (json, it) => PeopleJson.Write(json, it, call.Root)))),
        new("GET", "/api/v2/organizations/{id}", call => One(call, "organization", Organizations(call).FirstOrDefault(o => o.Id == call.Id()), (json, it) => PeopleJson.Write(json, it, call.Root))),
        new("GET", "/api/v2/brands", call => Pages.Answer(call, Brands(call), Brands(call).Count, (json, page) => json.WriteObjects("brands", page, (json, it) => PeopleJson.Write(json, it, call.Root)))),
        new("GET", "/api/v2/brands/{id}", call => One(call, "brand", Brands(call).FirstOrDefault(b => b.Id == call.Id()), (json, it) => PeopleJson.Write(json, it, call.Root))),
    ];

    private static IReadOnlyList<Group> Groups(Call call) => call.Account.People.Generated.Groups;

    private static IReadOnlyList<Organization> Organizations(Call call) => call.Account.People.Generated.Organizations;

    private static IReadOnlyList<Brand> Brands(Call call) => call.Account.People.Generated.Brands;

    private static SimulatedAnswer ShowUser(Call call) => One(call, "user", call.Account.People.User(call.Id()), (json, it) => PeopleJson.Write(json, it, call.Root));

    private static SimulatedAnswer ShowUsers(Call call)
    {
        var users = call.Ids().Select(call.Account.People.User).Where(u => u is not null).Select(u => u!).ToList();
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("users", users, (json, it) => PeopleJson.Write(json, it, call.Root));
            json.WriteNumber("count", users.Count);
        });
    }

    private static SimulatedAnswer Users(Call call)
    {
        var people = call.Account.People;
        var role = call.Request.Query("role");
        var all = role is null or "" ? people.ChangedFrom(0, 0) : people.ChangedFrom(0, 0).Where(u => u.Role == role);
        var count = role switch { null or "" => people.Count, "end-user" => people.Count - people.Generated.Staff, _ => all.Take(people.Generated.Staff + 1000).Count() };
        return Pages.Answer(call, all, count, (json, page) => json.WriteObjects("users", page, (json, it) => PeopleJson.Write(json, it, call.Root)));
    }

    private static SimulatedAnswer ManyOrganizations(Call call)
    {
        var ids = call.Ids();
        var found = Organizations(call).Where(o => ids.Contains(o.Id)).ToList();
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteObjects("organizations", found, (json, it) => PeopleJson.Write(json, it, call.Root));
            json.WriteNumber("count", found.Count);
        });
    }

    private static SimulatedAnswer One<T>(Call call, string name, T? found, Action<System.Text.Json.Utf8JsonWriter, T> members) where T : class =>
        found is null ? SimulatedAnswer.NotFound() : SimulatedAnswer.Ok(json => json.WriteObject(name, found, members));
}
