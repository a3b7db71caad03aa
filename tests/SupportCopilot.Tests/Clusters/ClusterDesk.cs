using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Tests.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Clusters;

/// <summary>What the tests of clusters say often.</summary>
internal static class ClusterDesk
{
    public const string Question = "The card reader does not pair with my phone over Bluetooth any more.";
    public const string Resolution = "Hold the power button for ten seconds until the light turns blue, then pair the reader again in the app under Devices.";

    /// <summary>A cluster as a search for clusters would leave it, with tickets that were indexed.</summary>
    public static async Task<long> HasClusterAsync(this Product product, string? resolution = Resolution, string name = "Card reader does not pair", string? group = null, int tickets = 5)
    {
        var ids = new List<long>();
        for (var i = 0; i < tickets; i++)
            ids.Add(await product.HasTicketAsync(Sidebar.Ticket("Card reader", Question) with { Group = group is null ? null : new(group, group) }));
        return await product.HasClusterOfAsync(ids, resolution, name);
    }

    public static Task<long> HasClusterOfAsync(this Product product, IReadOnlyList<long> tickets, string? resolution = Resolution, string name = "Card reader does not pair") =>
        product.DatabaseAsync(async db =>
        {
            var cluster = db.Clusters.Add(new Cluster { Name = name, Terms = "pair,reader,bluetooth", Resolution = resolution, Size = tickets.Count, FoundAt = Sidebar.Day(1), UpdatedAt = Sidebar.Day(1) }).Entity;
            await db.SaveChangesAsync();
            foreach (var ticket in tickets) db.ClusterMembers.Add(new ClusterMember { TicketId = ticket, ClusterId = cluster.Id, Likeness = 0.9 - (0.001 * ticket), JoinedAt = Sidebar.Day(1) });
            await db.SaveChangesAsync();
            return cluster.Id;
        });

    public static Task<HttpResponseMessage> PressAsync(this HttpClient person, long cluster, object decision) =>
        person.PostAsJsonAsync($"/api/clusters/{cluster}/decision", decision, TestContext.Current.CancellationToken);

    /// <summary>A decision that must be taken.</summary>
    public static async Task<JsonElement> DecideAsync(this HttpClient person, long cluster, object decision)
    {
        var answer = await person.PressAsync(cluster, decision);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>A decision that must be refused, with its words.</summary>
    public static async Task<string> RefusedAsync(this HttpClient person, long cluster, object decision, HttpStatusCode status)
    {
        var answer = await person.PressAsync(cluster, decision);
        Assert.Equal(status, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("detail").GetString()!;
    }

    public static Task<ClusterDetail> ClusterAsync(this Product product, long id) => product.As(Role.Admin, user: "watcher").GetAsync<ClusterDetail>($"/api/clusters/{id}");

    /// <summary>Limits what a person sees to one group.</summary>
    public static async Task LimitAsync(this Product product, string user, Role roles, string group)
    {
        await product.As(roles, user: user).GetAsync("/api/clusters", TestContext.Current.CancellationToken);   // makes the person known
        await product.DatabaseAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => p.ExternalId == user);
            var id = await db.Groups.Where(g => g.Name == group).Select(g => g.Id).SingleAsync();
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = id.ToString(CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync();
        });
    }
}
