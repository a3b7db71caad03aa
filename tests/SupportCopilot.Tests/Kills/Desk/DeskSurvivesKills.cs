using SupportCopilot.Tests.Kills.Desk.Harness;

namespace SupportCopilot.Tests.Kills.Desk;

/// <summary>The built program as processes of its own, connected to a simulated account at which people go on working.</summary>
public sealed class DeskSurvivesKills
{
    private const int Kills = 10;   // in every build; a thousand by the benchmark «desk-kills»

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_doubled()
    {
        var report = await KillServers.RunAsync(Kills, seed: 1, null, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.Equal(Kills, report.Killed);
        Assert.True(report.Compared.Agrees, report.ToString());
        Assert.Empty(report.Unsound);
        Assert.Equal(0, report.WebhooksNotOnDisk);
        Assert.True(report.Compared.Writes > 0 && report.Webhooks > 0, $"The kills hit nothing, so nothing was proved: {report}");
    }

    [Fact]
    public async Task Two_servers_and_commands_on_one_database_do_nothing_twice_and_one_goes_on_without_the_other()
    {
        var (together, alone) = await TwoServers.RunAsync(seed: 2, TestContext.Current.CancellationToken);

        Assert.True(together.Agrees, $"{together}");
        Assert.True(alone.Agrees, $"after one had died: {alone}");
        Assert.True(alone.Writes > together.Writes, "The one that was left did nothing.");
    }
}
