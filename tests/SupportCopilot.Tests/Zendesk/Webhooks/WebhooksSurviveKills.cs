using SupportCopilot.Tests.Zendesk.Webhooks.Load;

namespace SupportCopilot.Tests.Zendesk.Webhooks;

public sealed class WebhooksSurviveKills
{
    [Fact]
    public async Task What_was_answered_is_on_disk_and_what_was_not_is_kept_once_when_it_comes_again()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = new WebhookServer("http://127.0.0.1:9", "Jobs:Enabled=false");
        await server.StartAsync(ct);
        using var load = new WebhookLoad(server.Address, tickets: 50);

        var sending = load.RunAsync(200, TimeSpan.FromSeconds(3), ct);
        while (!sending.IsCompleted && server.Read("SELECT EventId FROM DeskEvents").Count < 100) await Task.Delay(20, ct);
        await server.KillAsync();
        var sent = await sending;
        var taken = sent.Where(s => s.IsTaken).Select(s => s.Invocation).ToList();
        Assert.True(taken.Count is > 0 and < 600, $"{taken.Count} were taken before the kill, so nothing was proved.");
        Assert.Empty(taken.Except(server.Read("SELECT EventId FROM DeskEvents")));

        await server.StartAsync(ct);
        await load.RepeatAsync(sent.Where(s => !s.IsTaken), ct);
        Assert.Equal(sent.Select(s => s.Invocation).Order(), server.Read("SELECT EventId FROM DeskEvents").Order());
        Assert.Equal(["ok"], server.Read("PRAGMA integrity_check"));
    }
}
