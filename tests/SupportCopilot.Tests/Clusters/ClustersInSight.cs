using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Tests.Replies;

namespace SupportCopilot.Tests.Clusters;

public sealed class ClustersInSight : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Fact]
    public async Task A_cluster_with_one_ticket_out_of_scope_is_not_there_at_all()
    {
        var own = await product.HasClusterAsync(name: "Ours alone", group: "Tier 1");
        var tickets = new List<long>();
        for (var i = 0; i < 5; i++) tickets.Add(await product.HasTicketAsync(Sidebar.Ticket("Quetzal", "Mixed.") with { Group = i == 4 ? new("Tier 2", "Tier 2") : new("Tier 1", "Tier 1") }));
        var mixed = await product.HasClusterOfAsync(tickets, name: "Quetzal");
        await product.LimitAsync("limited", Role.ProductOwner, "Tier 1");
        var limited = product.As(Role.ProductOwner, user: "limited");

        var seen = await limited.GetAsync<JsonElement>("/api/clusters");

        Assert.Equal(own, Assert.Single(seen.GetProperty("items").EnumerateArray()).GetProperty("id").GetInt64());
        foreach (var address in new[] { $"/api/clusters/{mixed}", $"/api/clusters/{mixed}/tickets" })
            Assert.Equal(HttpStatusCode.NotFound, (await limited.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await limited.PressAsync(mixed, new { verb = "approve", version = 1 })).StatusCode);
        await limited.DecideAsync(own, new { verb = "approve", version = 1 });
    }

    [Fact]
    public async Task Another_tenants_cluster_is_not_there()
    {
        var cluster = await product.HasClusterAsync();
        var stranger = product.As(Role.Admin, "stranger");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/clusters/{cluster}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PressAsync(cluster, new { verb = "approve", version = 1 })).StatusCode);
        Assert.Equal(1, (await product.ClusterAsync(cluster)).Version);
    }

    [Fact]
    public async Task The_lists_are_paged_and_complete()
    {
        for (var i = 0; i < 5; i++) await product.HasClusterAsync(name: $"Cluster {i}", tickets: 5 + (i % 2));
        var agent = product.As(Role.Agent);

        var names = await PagesAsync(agent, "/api/clusters?limit=2", "name");
        var id = (await agent.GetAsync<JsonElement>("/api/clusters")).GetProperty("items")[0].GetProperty("id").GetInt64();
        var tickets = await PagesAsync(agent, $"/api/clusters/{id}/tickets?limit=4", "subject");

        Assert.Equal(["Cluster 1", "Cluster 3", "Cluster 0", "Cluster 2", "Cluster 4"], names);
        Assert.Equal(6, tickets.Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await agent.GetAsync("/api/clusters?after=x", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await agent.GetAsync("/api/clusters?state=odd", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_state_can_be_asked_for()
    {
        var rejected = await product.HasClusterAsync(name: "Rejected");
        await product.HasClusterAsync(name: "Proposed");
        await product.As(Role.ProductOwner).DecideAsync(rejected, new { verb = "reject", version = 1, reason = "Solved." });

        var names = await PagesAsync(product.As(Role.Agent), "/api/clusters?state=rejected", "name");

        Assert.Equal(["Rejected"], names);
    }

    [Fact]
    public async Task What_waits_for_a_decision_begins_with_what_grows()
    {
        var large = await product.HasClusterAsync(name: "Large", tickets: 8);
        var growing = await product.HasClusterOfAsync(await NewTicketsAsync(6), name: "Growing");
        await product.HasClusterAsync(name: "Nothing to approve", resolution: null, tickets: 9);
        var decided = await product.HasClusterAsync(name: "Decided", tickets: 10);
        await product.As(Role.ProductOwner).DecideAsync(decided, new { verb = "approve", version = 1 });

        var waiting = await product.InsideAsync(services => services.GetRequiredService<ClustersToDecide>().RunAsync(10, CancellationToken.None));

        Assert.Equal([growing, large], waiting.Select(c => c.Id));
        Assert.Equal((4, 2), (waiting[0].NewThisWeek, waiting[0].NewTheWeekBefore));
        Assert.Equal(5, waiting[1].Examples.Count);
    }

    [Fact]
    public async Task Growth_is_told_for_the_period_asked_for()
    {
        await product.HasClusterAsync(name: "Old", tickets: 8);
        var growing = await product.HasClusterOfAsync(await NewTicketsAsync(6), name: "Growing");
        var now = Now;

        var found = await product.InsideAsync(services => services.GetRequiredService<GrowingClusters>().RunAsync(now.AddDays(-14), now.AddDays(-7), now, 5, CancellationToken.None));

        Assert.Equal(new ClusterGrowth(growing, "Growing", 6, 4, 2), Assert.Single(found));
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    /// <summary>Two tickets in three of the last week, the others of the week before.</summary>
    private async Task<List<long>> NewTicketsAsync(int count)
    {
        var ids = new List<long>();
        for (var i = 0; i < count; i++) ids.Add(await product.HasTicketAsync(Sidebar.Ticket("New", "Words.") with { CreatedAt = Now.AddDays(i % 3 == 2 ? -10 : -2) }));
        return ids;
    }

    private DateTime Now => product.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    private static async Task<List<string?>> PagesAsync(HttpClient client, string address, string property)
    {
        var found = new List<string?>();
        string? after = null;
        do
        {
            var page = await client.GetAsync<JsonElement>($"{address}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}");
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(property).GetString()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        return found;
    }
}
