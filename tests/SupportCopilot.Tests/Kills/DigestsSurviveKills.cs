using System.Diagnostics;
using SupportCopilot.Storage;
using SupportCopilot.Tests.Kills.Harness;

namespace SupportCopilot.Tests.Kills;

/// <summary>The built program as processes of their own, on one SQLite file, posting through the real connector client.</summary>
public sealed class DigestsSurviveKills
{
    private const int Kills = 10;   // in every build; 200 by the benchmark «kills»

    [Fact]
    public async Task None_is_doubled_and_none_is_silently_lost()
    {
        var report = await KillDigests.RunAsync(Kills, seed: 1, null, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.Equal(Kills, report.Kills.Values.Sum());
        Assert.Equal((0, 0, 0, 0), (report.Doubled, report.Lost, report.DoneButMissing, report.Open));
        Assert.Equal(report.Digests, report.Done + report.Unconfirmed);
        Assert.Equal(report.Unconfirmed, report.Shown);
        Assert.True(report.Unconfirmed >= report.Kills[Moment.OnItsWay] + report.Kills[Moment.Arrived], "The kills hit no sending, so nothing was proved.");
        Assert.True(report.LaterSent >= report.Kills[Moment.Meant], "The kills hit nothing that was only meant, so nothing was proved.");
        Assert.True(report.Done > 0);
    }

    [Fact]
    public async Task A_server_and_two_commands_at_once_post_each_one_once()
    {
        const int Digests = 24;
        var ct = TestContext.Current.CancellationToken;
        await using var connector = await LoopbackConnector.StartAsync();
        await using var desk = await KillDesk.OpenAsync(connector.ServiceUrl);
        await desk.HasDueDigestsAsync(Digests);
        connector.At = async _ => { await Task.Delay(10, CancellationToken.None); return true; };

        using var server = desk.Start("serve", "--urls", "http://127.0.0.1:0");
        _ = server.StandardOutput.ReadToEndAsync(ct);
        _ = server.StandardError.ReadToEndAsync(ct);
        var printed = string.Concat(await Task.WhenAll(desk.SendDueAsync(ct), desk.SendDueAsync(ct)));
        for (var patience = Stopwatch.StartNew(); desk.In(EffectState.Done) < Digests && patience.Elapsed < TimeSpan.FromMinutes(1);) await Task.Delay(50, ct);
        server.Kill();

        Assert.Equal(Digests, desk.In(EffectState.Done));
        Assert.Equal(Digests, connector.Arrived.Count);
        Assert.All(connector.Arrived.Values, times => Assert.Equal(1, times));
        Assert.Contains(": done", printed);
    }
}
