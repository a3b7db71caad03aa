using System.Text.Json.Nodes;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Zendesk.Syncing;

/// <summary>The command, over loopback.</summary>
public sealed class SyncCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-sync-").FullName;

    [Fact]
    public async Task Says_in_json_what_it_read_and_reads_nothing_twice()
    {
        await using var zendesk = await new SimulatedZendesk(new() { Tickets = 40 }).ListenAsync(ct: TestContext.Current.CancellationToken);

        var first = await RunAsync(zendesk.BaseUrl, "--json");
        var again = await RunAsync(zendesk.BaseUrl, "--json");

        Assert.Equal((0, 0), (first.ExitCode, again.ExitCode));
        Assert.Equal((40, 0), (Created(first), Created(again)));
    }

    [Fact]
    public async Task Tells_people_what_came_of_each_stream()
    {
        await using var zendesk = await new SimulatedZendesk(new() { Tickets = 10 }).ListenAsync(ct: TestContext.Current.CancellationToken);

        var run = await RunAsync(zendesk.BaseUrl, "--full");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("zendesk/tickets", run.Output);
        Assert.Contains("rows in", run.Output);
    }

    [Fact]
    public async Task Ends_with_2_where_no_desk_is_connected()
    {
        var run = await CommandRun.OfAsync("sync", "--data", _folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has no desk", run.Error);
    }

    [Fact]
    public async Task Ends_with_1_and_says_which_stream_failed()
    {
        await using var zendesk = await new SimulatedZendesk(new() { Tickets = 10 }).ListenAsync(ct: TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync(
            "sync", "--data", _folder, $"--SupportCopilot:Zendesk:BaseUrl={zendesk.BaseUrl}", "--SupportCopilot:Zendesk:ClientId=supportcopilot", "--SupportCopilot:Zendesk:ClientSecret=wrong");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("zendesk/tickets could not be read", run.Error);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<CommandRun> RunAsync(string address, params string[] more) => CommandRun.OfAsync(
        ["sync", "--data", _folder, $"--SupportCopilot:Zendesk:BaseUrl={address}", "--SupportCopilot:Zendesk:ClientId=supportcopilot", "--SupportCopilot:Zendesk:ClientSecret=simulated-client-secret", .. more]);

    private static int Created(CommandRun run) => JsonNode.Parse(run.Output)!["streams"]!.AsArray().Where(s => (string?)s!["name"] == "zendesk/tickets").Sum(s => (int)s!["created"]!);
}
