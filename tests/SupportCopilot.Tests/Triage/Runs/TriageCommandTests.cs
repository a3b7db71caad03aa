using System.Text.Json;

namespace SupportCopilot.Tests.Triage.Runs;

public sealed class TriageCommandTests(TriageCommandTests.DemoFolder demo) : IClassFixture<TriageCommandTests.DemoFolder>
{
    [Fact]
    public async Task Triages_so_many_and_tells_of_each_to_people_and_to_machines()
    {
        var machine = await RunAsync("triage", "--limit", "3", "--json");
        var people = await RunAsync("triage", "--limit", "3");

        Assert.Equal((0, ""), (machine.ExitCode, machine.Error));
        var said = JsonSerializer.Deserialize<JsonElement>(machine.Output);
        Assert.Equal(("completed", 3, 3), (said.GetProperty("status").GetString(), said.GetProperty("tickets").GetInt32(), said.GetProperty("items").GetArrayLength()));
        Assert.Equal(0, people.ExitCode);
        Assert.Contains("3 unchanged", people.Output, StringComparison.Ordinal);
        Assert.Contains("by rules and classifiers", people.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_nothing_is_owed_when_nothing_is()
    {
        var run = await RunAsync("triage");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Nothing is owed triage", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_what_would_be_of_one_ticket()
    {
        var run = await RunAsync("triage", "--ticket", "3", "--dry-run", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var said = JsonSerializer.Deserialize<JsonElement>(run.Output);
        Assert.Equal((true, 3), (said.GetProperty("dryRun").GetBoolean(), said.GetProperty("items")[0].GetProperty("ticketId").GetInt64()));
    }

    [Theory]
    [InlineData("There is no ticket 99999", "--ticket", "99999")]
    [InlineData("There is no ticket zendesk:77", "--ticket", "zendesk:77")]
    [InlineData("There is no ticket seven", "--ticket", "seven")]
    [InlineData("No model server is set", "--model", "gpt-5")]
    [InlineData("from 1 to 10,000", "--limit", "0")]
    [InlineData("contradict", "--limit", "3", "--ticket", "1")]
    public async Task Refuses_what_cannot_be(string because, params string[] args)
    {
        var run = await RunAsync(["triage", .. args]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(because, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_with_1_when_the_model_that_is_set_fails()
    {
        // Nobody listens there: the connection is refused at once.
        var run = await RunAsync("triage", "--ticket", "1", "--json", "--SupportCopilot:Models:0:Endpoint=http://127.0.0.1:9/v1", "--SupportCopilot:Models:0:Model=m",
            "--SupportCopilot:Models:0:RetrySeconds=0");

        Assert.Equal(1, run.ExitCode);
        var said = JsonSerializer.Deserialize<JsonElement>(run.Output);
        Assert.Equal(("fallback", "unavailable"), (said.GetProperty("items")[0].GetProperty("outcome").GetString(), said.GetProperty("items")[0].GetProperty("error").GetString()));
    }

    private Task<CommandRun> RunAsync(params string[] args) => demo.RunAsync(args);

    /// <summary>A demo desk for all of them.</summary>
    public sealed class DemoFolder : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("triage-command-").FullName;

        public Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--data", _folder]);

        public async ValueTask InitializeAsync() => Assert.Equal(0, (await RunAsync("demo", "--tickets", "400")).ExitCode);

        public ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
