using System.Text.Json;

namespace SupportCopilot.Tests.Clusters;

public sealed class ClusterCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cluster-command-").FullName;

    [Fact]
    public async Task Finds_the_clusters_of_the_demo_desk_and_tells_of_them()
    {
        Assert.Equal(0, (await RunAsync("demo", "--tickets", "400")).ExitCode);

        var machine = await RunAsync("cluster", "--json");
        var people = await RunAsync("cluster", "--anew");

        Assert.Equal((0, ""), (machine.ExitCode, machine.Error));
        var said = JsonSerializer.Deserialize<JsonElement>(machine.Output);
        Assert.Equal(("completed", 400), (said.GetProperty("status").GetString(), said.GetProperty("tickets").GetInt32()));
        Assert.Equal(said.GetProperty("clusters").GetInt32(), said.GetProperty("found").GetInt32());
        Assert.Equal(0, people.ExitCode);
        Assert.Contains("clusters in 400 tickets", people.Output, StringComparison.Ordinal);
        Assert.Contains("proposed", people.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_why_there_are_none_where_there_are_hardly_any_tickets()
    {
        var run = await RunAsync("cluster", "--tenant", "empty");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("too few tickets", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_tenant_that_cannot_be() => Assert.Equal(2, (await RunAsync("cluster", "--tenant", "No Tenant")).ExitCode);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--data", _folder]);
}
