using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Clusters;

public sealed class FoundClusters : IAsyncLifetime
{
    private const int Tickets = 1_000;
    private const int Fewer = 700;
    private readonly Product product = Product.With();

    [Fact]
    public async Task Hold_one_problem_each_and_are_named_and_resolved_in_nobodys_own_words()
    {
        await product.HasDemoTicketsAsync(1, Tickets, DemoClusters.WithCanaries);
        var asked = await product.As(Role.ProductOwner).PostAsync("/api/clusters/runs", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await product.InsideAsync(services => services.GetRequiredService<WorkClusterRuns>().RunAsync(null, CancellationToken.None));

        var run = await product.As(Role.ProductOwner).GetAsync<JsonElement>(asked.Headers.Location!.ToString());
        Assert.Equal(("completed", 1.0, Tickets), (run.GetProperty("status").GetString(), run.GetProperty("progress").GetDouble(), run.GetProperty("tickets").GetInt32()));
        var clusters = await product.ClustersAsync();
        var problems = await product.ProblemsAsync(Tickets);
        var placed = problems.Sum(cluster => cluster.Count());
        var right = problems.Sum(cluster => cluster.CountBy(problem => problem).Max(problem => problem.Value));
        Assert.True(clusters.Count > 30, $"{clusters.Count} clusters");
        Assert.True(placed > 0.6 * Tickets, $"{placed} of {Tickets} tickets are in clusters");
        Assert.True(right > 0.7 * placed, $"{right} of {placed} tickets are with their like");
        Assert.All(problems, cluster => Assert.True(cluster.Count() >= 5));

        Assert.True(clusters.Count(c => c.Resolution is not null) > 10, "hardly any cluster has a resolution, so nothing was proved");
        Assert.Equal(clusters.Count, clusters.Select(c => c.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var people = await product.DatabaseAsync(db => db.People.Select(p => p.Name).ToListAsync());
        foreach (var shown in clusters.SelectMany(c => new[] { c.Name, c.Terms, c.Resolution ?? "" }))
        {
            foreach (var canary in new[] { "zebulon", "canary", "zebra", "4411", "@" }) Assert.DoesNotContain(canary, shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(people, person => shown.Contains(person, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Stay_as_they_are_when_the_same_tickets_are_looked_at_again()
    {
        await product.HasDemoTicketsAsync(1, Fewer);
        await product.FindClustersAsync();
        var before = await SnapshotAsync();

        var run = await product.FindClustersAsync();

        Assert.Equal((0, 0, 0), (run.Found, run.Merged, run.Gone));
        Assert.Equal(before, await SnapshotAsync());
    }

    [Fact]
    public async Task Keep_their_numbers_and_names_when_new_tickets_come()
    {
        await product.HasDemoTicketsAsync(1, Fewer);
        await product.FindClustersAsync();
        var before = await product.ClustersAsync();
        var members = await MembersAsync();
        await product.HasDemoTicketsAsync(Fewer + 1, Fewer * 11 / 10);

        await product.FindClustersAsync();

        var after = (await product.ClustersAsync()).ToDictionary(c => c.Id);
        var kept = before.Where(c => after.ContainsKey(c.Id)).ToList();
        Assert.True(kept.Count >= 0.95 * before.Count, $"{kept.Count} of {before.Count} clusters kept their number");
        Assert.All(kept.Where(c => after[c.Id].Size < 2 * c.DescribedSize), c => Assert.Equal((c.Name, c.Version), (after[c.Id].Name, after[c.Id].Version)));
        var now = await MembersAsync();
        var stayed = members.Count(m => now.GetValueOrDefault(m.Key) == m.Value);
        Assert.True(stayed >= 0.95 * members.Count, $"{stayed} of {members.Count} tickets stayed in their cluster");
        var joined = now.Count(m => !members.ContainsKey(m.Key) && before.Exists(c => c.Id == m.Value));
        Assert.True(joined >= 0.4 * Fewer / 10, $"only {joined} new tickets found a known cluster");
    }

    [Fact]
    public async Task That_a_person_named_or_decided_on_stay_even_when_all_is_found_anew_over_a_new_index()
    {
        await product.HasDemoTicketsAsync(1, 600);
        await product.FindClustersAsync();
        var clusters = (await product.ClustersAsync()).OrderByDescending(c => c.Size).ToList();
        var owner = product.As(Role.ProductOwner);
        await owner.DecideAsync(clusters[0].Id, new { verb = "rename", version = clusters[0].Version, name = "Our own name" });
        await owner.DecideAsync(clusters[1].Id, new { verb = "approve", version = clusters[1].Version, resolution = "Restart it." });
        await owner.DecideAsync(clusters[2].Id, new { verb = "reject", version = clusters[2].Version, reason = "No." });
        var members = await MembersAsync();
        await product.HasDemoTicketsAsync(601, 800);
        await product.InsideAsync(services => services.GetRequiredService<RebuildIndex>().RunAsync(null, CancellationToken.None));

        await product.FindClustersAsync(anew: true);

        var after = (await product.ClustersAsync()).ToDictionary(c => c.Id);
        Assert.Equal(("Our own name", 2), (after[clusters[0].Id].Name, after[clusters[0].Id].Version));
        Assert.Equal((ClusterState.Approved, "Restart it."), (after[clusters[1].Id].State, after[clusters[1].Id].Resolution));
        Assert.Equal(ClusterState.Rejected, after[clusters[2].Id].State);
        var now = await MembersAsync();
        foreach (var settled in clusters.Take(3).Select(c => c.Id))
            Assert.All(members.Where(m => m.Value == settled), m => Assert.Equal(settled, now[m.Key]));
        var kept = clusters.Count(c => after.ContainsKey(c.Id));
        Assert.True(kept >= 0.6 * clusters.Count, $"only {kept} of {clusters.Count} found their number again");
    }

    [Fact]
    public async Task Whose_tickets_are_deleted_are_gone_and_keep_no_ticket()
    {
        await product.HasDemoTicketsAsync(1, 600);
        await product.FindClustersAsync();
        var clusters = (await product.ClustersAsync()).OrderByDescending(c => c.Size).ToList();
        await product.DatabaseAsync(async db =>
        {
            var ids = await db.ClusterMembers.Where(m => m.ClusterId == clusters[0].Id).Select(m => m.TicketId).ToListAsync();
            foreach (var ticket in await db.Tickets.Where(t => ids.Contains(t.Id)).ToListAsync()) ticket.Status = TicketStatus.Deleted;
            return await db.SaveChangesAsync();
        });

        var run = await product.FindClustersAsync();

        Assert.Equal(1, run.Gone);
        Assert.Equal("gone", (await product.ClusterAsync(clusters[0].Id)).State);
        Assert.False(await product.DatabaseAsync(db => db.ClusterMembers.AnyAsync(m => m.ClusterId == clusters[0].Id)));
        Assert.Contains("gone", await product.As(Role.ProductOwner).RefusedAsync(clusters[0].Id, new { verb = "approve", version = clusters[0].Version + 1 }, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_desk_with_too_few_tickets_are_none()
    {
        for (var i = 0; i < 5; i++) await product.HasTicketAsync("Card reader", ClusterDesk.Question);
        await product.WorkOffAsync();

        var run = await product.FindClustersAsync();

        Assert.Equal((ClusterRunStatus.Completed, 0, 0), (run.Status, run.Tickets, run.Clusters));
    }

    [Fact]
    public async Task Are_looked_for_by_themselves_once_there_is_an_index_and_again_when_many_tickets_came()
    {
        await AskIfDueAsync();
        Assert.Equal(0, await RunsAsync());   // no index yet
        await product.HasDemoTicketsAsync(1, 200);
        await AskIfDueAsync();
        await AskIfDueAsync();
        Assert.Equal(1, await RunsAsync());
        await product.FindClustersAsync();
        await AskIfDueAsync();
        Assert.Equal(1, await RunsAsync());   // nothing new

        await product.HasDemoTicketsAsync(201, 300);
        await product.DatabaseAsync(async db =>
        {
            foreach (var run in await db.ClusterRuns.ToListAsync()) run.FinishedAt = run.FinishedAt!.Value.AddMinutes(-11);
            return await db.SaveChangesAsync();
        });
        await AskIfDueAsync();
        Assert.Equal(2, await RunsAsync());
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private Task AskIfDueAsync() => product.InsideAsync(services => services.GetRequiredService<WorkClusterRuns>().AskIfDueAsync(CancellationToken.None));

    private Task<int> RunsAsync() => product.DatabaseAsync(db => db.ClusterRuns.CountAsync());

    private Task<Dictionary<long, long>> MembersAsync() => product.DatabaseAsync(db => db.ClusterMembers.ToDictionaryAsync(m => m.TicketId, m => m.ClusterId));

    private async Task<string> SnapshotAsync() => JsonSerializer.Serialize((
        await product.DatabaseAsync(db => db.Clusters.OrderBy(c => c.Id).Select(c => new { c.Id, c.Name, c.Terms, c.Resolution, c.Size, c.State, c.Version, c.UpdatedAt }).ToListAsync()),
        await product.DatabaseAsync(db => db.ClusterMembers.OrderBy(m => m.TicketId).Select(m => new { m.TicketId, m.ClusterId, m.Likeness }).ToListAsync())),
        new JsonSerializerOptions { IncludeFields = true });
}
