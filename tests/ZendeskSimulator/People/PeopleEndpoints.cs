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
        new("GET", "/api/v2/users/search", SearchUsers),
        new("GET", "/api/v2/users/{id}", ShowUser),
        new("GET", "/api/v2/users", Users),
        new("GET", "/api/v2/groups", call => Pages.Answer(call, Groups(call), Groups(call).Count, (json, page) => json.WriteObjects("groups", page, (json, it) => PeopleJson.Write(json, it, call.Root)))),
        new("GET", "/api/v2/groups/{id}", call => One(call, "group", Groups(call).FirstOrDefault(g => g.Id == call.Id()), (json, it) => PeopleJson.Write(json, it, call.Root))),
        new("GET", "/api/v2/group_memberships", Memberships),
        new("GET", "/api/v2/organizations/show_many", call => ManyOrganizations(call)),
        new("GET", "/api/v2/organizations", call => Pages.Answer(call, Organizations(call), Organizations(call).Count, (json, page) => json.WriteObjects("organizations", page, (json, it) => PeopleJson.Write(json, it, call.Root)))),
        new("GET", "/api/v2/organizations/{id}", call => One(call, "organization", Organizations(call).FirstOrDefault(o => o.Id == call.Id()), (json, it) => PeopleJson.Write(json, it, call.Root))),
        new("GET", "/api/v2/brands", call => Pages.Answer(call, Brands(call), Brands(call).Count, (json, page) => json.WriteObjects("brands", page, (json, it) => PeopleJson.Write(json, it, call.Root)))),
        new("GET", "/api/v2/brands/{id}", call => One(call, "brand", Brands(call).FirstOrDefault(b => b.Id == call.Id()), (json, it) => PeopleJson.Write(json, it, call.Root))),
    ];

    private static SimulatedAnswer Memberships(Call call)
    {
        var staff = call.Account.People.Staff().ToList();
        return Pages.Answer(call, staff, staff.Count, (json, page) => json.WriteObjects("group_memberships", page, (json, it) =>
        {
            json.WriteNumber("id", it.Id * 10);
            json.WriteNumber("user_id", it.Id);
            json.WriteNumber("group_id", call.Account.People.Generated.GroupOf(it.Id));
            json.WriteBoolean("default", true);
        }));
    }

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
        var roles = (call.Request.Query("role[]") ?? call.Request.Query("role"))?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        // Staff stand first, and few came later: customers need not be gone through to find them.
        var isStaffOnly = roles.Length > 0 && !roles.Contains("end-user");
        var all = isStaffOnly ? people.Staff().Where(u => roles.Contains(u.Role)).ToList() : people.ChangedFrom(0, 0).Where(u => roles.Length == 0 || roles.Contains(u.Role));
        var count = isStaffOnly ? all.Count() : roles.Length == 0 ? people.Count : people.Count - people.Staff().Count();
        return Pages.Answer(call, all, count, (json, page) => json.WriteObjects("users", page, (json, it) => PeopleJson.Write(json, it, call.Root)));
    }

    private static SimulatedAnswer SearchUsers(Call call)
    {
        var words = call.Request.Query("query") ?? "";
        var found = call.Account.People.ChangedFrom(0, 0).Where(u => u.Email.Equals(words, StringComparison.OrdinalIgnoreCase) || u.Name.Contains(words, StringComparison.OrdinalIgnoreCase)).Take(1000).ToList();
        return Pages.Answer(call, found, found.Count, (json, page) => json.WriteObjects("users", page, (json, it) => PeopleJson.Write(json, it, call.Root)));
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
