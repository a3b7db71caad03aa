using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Reports;

public sealed class DigestCommandTests : IAsyncDisposable
{
    private readonly DigestDesk _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Lists_prints_and_posts_beside_a_running_server()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;   // by which the command works
        Assert.Contains("There are no digests.", (await RunAsync()).Output);
        await _desk.Product.HasTicketAsync(new IncomingTicket("file", "1") { Subject = "x", CreatedAt = now.AddDays(-7), Comments = [new("0", "words")] });
        var id = await _desk.HasDigestAsync(now.AddDays(-2).DayOfWeek, 9, "Europe/London");

        Assert.Contains("general", (await RunAsync()).Output);
        Assert.Contains("\"timeZone\":\"Europe/London\"", (await RunAsync("--json")).Output);
        Assert.Contains("One ticket came in", (await RunAsync("--dry-run")).Output);

        // Due two days ago; there is no bot that may write to its channel.
        Assert.Contains($"digest/{id}/", (await RunAsync("--send-due")).Output);
        Assert.Contains("\"intent\":\"digest/", await _desk.Product.As(SupportCopilot.Access.Role.Admin).GetStringAsync("/api/effects", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refuses_to_post_and_not_to_post_at_once()
    {
        var run = await RunAsync("--send-due", "--dry-run");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("either --send-due or --dry-run", run.Error);
    }

    private Task<CommandRun> RunAsync(params string[] options) => CommandRun.OfAsync(["digest", .. options, "--data", _desk.Product.DataDirectory, "--tenant", Product.Tenant, "--no-demo", "--SupportCopilot:Teams:Enabled=false"]);
}
