using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.Storage;

namespace SupportCopilot.Tests.Clusters;

/// <summary>A server's job and the command <c>cluster</c> as a process of its own, on one SQLite database: nothing is done twice.</summary>
public sealed class TwoProcesses : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Fact]
    public async Task Find_every_cluster_once()
    {
        await product.HasDemoTicketsAsync(1, 500);
        var commands = Enumerable.Range(0, 2).Select(_ => StartCommand()).ToList();
        var asked = 0;
        while (commands.Exists(command => !command.HasExited))   // the job ticks beside them, and people ask by HTTP
        {
            if (asked++ % 5 == 0) await product.As(Role.ProductOwner).PostAsync("/api/clusters/runs", null, TestContext.Current.CancellationToken);
            await product.InsideAsync(services => services.GetRequiredService<WorkClusterRuns>().RunAsync(null, CancellationToken.None));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        await product.InsideAsync(services => services.GetRequiredService<WorkClusterRuns>().RunAsync(null, CancellationToken.None));

        foreach (var command in commands)
        {
            Assert.True(command.ExitCode == 0, await command.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            var said = JsonSerializer.Deserialize<JsonElement>(await command.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
            Assert.Equal("completed", said.GetProperty("status").GetString());
        }
        var runs = await product.DatabaseAsync(db => db.ClusterRuns.AsNoTracking().OrderBy(r => r.Id).ToListAsync());
        var clusters = await product.DatabaseAsync(db => db.Clusters.AsNoTracking().ToListAsync());
        Assert.True(runs.Count > 1, "only one search was asked for, so nothing was proved");
        Assert.All(runs, run => Assert.Equal(ClusterRunStatus.Completed, run.Status));
        Assert.Equal(clusters.Count, runs.Sum(run => run.Found));   // each was found by one search alone
        Assert.NotEmpty(clusters);
        Assert.All(clusters, cluster => Assert.Equal((ClusterState.Proposed, 1), (cluster.State, cluster.Version)));
        Assert.Equal(clusters.Count, clusters.Select(cluster => cluster.Name).Distinct().Count());
        var sizes = await product.DatabaseAsync(db => db.ClusterMembers.GroupBy(m => m.ClusterId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        Assert.All(clusters, cluster => Assert.Equal(cluster.Size, sizes[cluster.Id]));
        for (var i = 1; i < runs.Count; i++) Assert.True(runs[i].StartedAt >= runs[i - 1].FinishedAt, "two searches ran at once");
    }

    [Fact]
    public async Task One_that_was_paused_past_its_hold_writes_nothing_any_more()
    {
        await product.HasDemoTicketsAsync(1, 300);
        var leases = product.Services.GetRequiredService<Leases>();
        await using var paused = (await leases.TryTakeAsync("clusters/1", TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken))!;
        await Task.Delay(20, TestContext.Current.CancellationToken);
        await using var other = (await leases.TryTakeAsync("clusters/1", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken))!;

        await Assert.ThrowsAsync<LeaseLostException>(() => product.InsideAsync(services => services.GetRequiredService<FindClusters>().RunAsync(paused, true, null, CancellationToken.None)));

        Assert.Equal(0, await product.DatabaseAsync(db => db.Clusters.CountAsync()));
        await product.InsideAsync(services => services.GetRequiredService<FindClusters>().RunAsync(other, true, null, CancellationToken.None));
        Assert.NotEqual(0, await product.DatabaseAsync(db => db.Clusters.CountAsync()));
    }

    [Fact]
    public async Task A_search_that_a_killed_process_left_behind_is_taken_up_again()
    {
        await product.HasDemoTicketsAsync(1, 300);
        await product.DatabaseAsync(async db =>
        {
            // As it would be found: said to be running, with a cluster that had been made and not been filled.
            db.ClusterRuns.Add(new ClusterRun { Status = ClusterRunStatus.Running, RequestedAt = DateTime.UnixEpoch, StartedAt = DateTime.UnixEpoch, Progress = 0.4 });
            db.Clusters.Add(new Cluster { Name = "Half made", FoundAt = DateTime.UnixEpoch, UpdatedAt = DateTime.UnixEpoch, Version = 0 });
            return await db.SaveChangesAsync();
        });

        await product.InsideAsync(services => services.GetRequiredService<WorkClusterRuns>().RunAsync(null, CancellationToken.None));

        var run = await product.DatabaseAsync(db => db.ClusterRuns.SingleAsync());
        Assert.Equal((ClusterRunStatus.Completed, 1), (run.Status, run.Gone));
        Assert.DoesNotContain(await product.ClustersAsync(), cluster => cluster.Name == "Half made");
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private Process StartCommand()
    {
        var host = typeof(Program).Assembly.Location;
        return Process.Start(new ProcessStartInfo("dotnet", [host, "cluster", "--json", "--tenant", Product.Tenant, "--data", product.DataDirectory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Development", ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        })!;
    }
}
