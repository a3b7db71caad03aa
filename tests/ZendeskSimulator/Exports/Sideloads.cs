using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;
using ZendeskSimulator.People;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Exports;

/// <summary>What stands beside tickets where <c>include</c> names it: people, groups, organizations, metrics.</summary>
internal static class Sideloads
{
    public static void Write(Utf8JsonWriter json, Call call, IReadOnlyList<Ticket> tickets)
    {
        if (call.Request.Query("include") is null) return;
        if (call.Request.Includes("users"))
            WriteUsers(json, call, tickets.SelectMany(t => new[] { t.RequesterId, t.SubmitterId, t.AssigneeId ?? 0 }));
        if (call.Request.Includes("groups"))
        {
            var ids = tickets.Select(t => t.GroupId).ToHashSet();
            json.WriteObjects("groups", call.Account.People.Generated.Groups.Where(g => ids.Contains(g.Id)), (json, it) => PeopleJson.Write(json, it, call.Root));
        }
        if (call.Request.Includes("organizations"))
        {
            var ids = tickets.Select(t => t.OrganizationId).ToHashSet();
            json.WriteObjects("organizations", call.Account.People.Generated.Organizations.Where(o => ids.Contains(o.Id)), (json, it) => PeopleJson.Write(json, it, call.Root));
        }
        if (call.Request.Includes("metric_sets"))
            json.WriteObjects("metric_sets", tickets, (json, it) => MetricJson.Write(json, it, call.Root));
    }

    public static void WriteUsers(Utf8JsonWriter json, Call call, IEnumerable<long> ids) =>
        json.WriteObjects("users", ids.Distinct().Select(call.Account.People.User).Where(u => u is not null).Select(u => u!), (json, it) => PeopleJson.Write(json, it, call.Root));
}
