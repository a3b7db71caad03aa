using System.Diagnostics;
using System.Globalization;
using SupportCopilot.Tests.Zendesk.Webhooks.Load;
using ZendeskSimulator;

namespace SupportCopilot.Benchmarks.Webhooks;

/// <summary>
/// A thousand signed webhooks a second for a minute, over loopback to the real program in a process of its own, on SQLite with
/// synchronous=FULL, with its jobs at work on a simulated account; then the same under kill -9. RATE, SECONDS and KILLS in the
/// environment change the run.
/// </summary>
internal static class WebhookSpeed
{
    private const int Tickets = 2_000;
    private const double LongestWanted = 500;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3), LongestSettling = TimeSpan.FromMinutes(3);

    public static async Task RunAsync(CancellationToken ct)
    {
        var (rate, seconds, kills) = (Number("RATE", 1_000), Number("SECONDS", 60), Number("KILLS", 5));
        await using var zendesk = await new SimulatedZendesk(new() { Tickets = Tickets }).ListenAsync(ct: ct);
        await SteadilyAsync(zendesk.BaseUrl.ToString(), rate, seconds, ct);
        if (kills > 0) await UnderKillsAsync(zendesk.BaseUrl.ToString(), rate, kills, ct);
    }

    private static async Task SteadilyAsync(string zendesk, int rate, int seconds, CancellationToken ct)
    {
        await using var server = new WebhookServer(zendesk);
        await server.StartAsync(ct);
        await SettledAsync(server, ct);
        using var load = new WebhookLoad(server.Address, Tickets);
        var warm = await load.RunAsync(rate / 4, Warm, ct);
        var watch = Stopwatch.StartNew();
        var sent = await load.RunAsync(rate, TimeSpan.FromSeconds(seconds), ct);
        var took = watch.Elapsed.TotalSeconds;
        if (!server.IsAlive) Console.WriteLine($"The program ended by itself: {server.LastWords}");

        var taken = sent.Where(s => s.IsTaken).ToList();
        var onDisk = server.Read("SELECT EventId FROM DeskEvents").ToHashSet();
        var waiting = server.Read("SELECT COUNT(*) FROM DeskEvents WHERE WorkedAt IS NULL")[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sent.Count:N0} sent in {took:0.0} s, {taken.Count:N0} answered 2xx, {onDisk.Count - warm.Count(w => onDisk.Contains(w.Invocation)):N0} on disk; p50 {Quantile(sent, 0.5):0.0} ms, p95 {Quantile(sent, 0.95):0.0} ms, longest {Quantile(sent, 1):0} ms; {waiting} not worked off yet"));
        foreach (var other in sent.Where(s => !s.IsTaken).CountBy(s => s.Status)) Console.WriteLine($"  {other.Value} were answered {other.Key}");
        Target.AtLeast("webhooks a second that were answered 2xx", taken.Count / took, 0.98 * rate);
        Target.AtMost("webhooks, answered, p99 in ms", Quantile(sent, 0.99), LongestWanted);
        Target.AtMost("webhooks answered 2xx and not on disk", taken.Count(t => !onDisk.Contains(t.Invocation)), 0);
        Target.AtMost("webhooks not answered 2xx", sent.Count - taken.Count, 0);
    }

    /// <summary>The account was read, and its tickets triaged and indexed: a desk at work, not one that is just being connected.</summary>
    private static async Task SettledAsync(WebhookServer server, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < LongestSettling
            && (server.Read("SELECT COUNT(*) FROM SyncCursors WHERE Stream = 'zendesk/tickets' AND EndedAt IS NOT NULL")[0] == "0" || server.Read("SELECT COUNT(*) FROM Tickets WHERE Owed <> 0")[0] != "0"))
            await Task.Delay(500, ct);
        Console.WriteLine($"{server.Read("SELECT COUNT(*) FROM Tickets")[0]} tickets read and worked off after {watch.Elapsed.TotalSeconds:0} s");
    }

    private static async Task UnderKillsAsync(string zendesk, int rate, int kills, CancellationToken ct)
    {
        var dice = new Random(2026);
        await using var server = new WebhookServer(zendesk);
        await server.StartAsync(ct);
        using var load = new WebhookLoad(server.Address, Tickets);
        var sent = new List<Delivery>();
        for (var i = 0; i < kills; i++)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var sending = load.RunAsync(rate, TimeSpan.FromSeconds(30), over.Token);
            await Task.Delay(dice.Next(1500, 4000), ct);
            await server.KillAsync();
            await over.CancelAsync();
            sent.AddRange(await sending);
            await server.StartAsync(ct);
        }

        var onDisk = server.Read("SELECT EventId FROM DeskEvents").ToHashSet();
        var lost = sent.Count(s => s.IsTaken && !onDisk.Contains(s.Invocation));
        await load.RepeatAsync(sent.Where(s => !s.IsTaken), ct);
        var rows = server.Read("SELECT EventId FROM DeskEvents");
        Console.WriteLine($"{kills} kills -9 while {sent.Count:N0} were sent: {sent.Count(s => s.IsTaken):N0} answered 2xx, {sent.Count(s => !s.IsTaken):N0} not, which were sent again; database {server.Read("PRAGMA integrity_check")[0]}");
        Target.AtMost("webhooks answered 2xx and lost by a kill", lost, 0);
        Target.AtMost("webhooks missing after they came again", sent.Select(s => s.Invocation).Except(rows).Count(), 0);
        Target.AtMost("webhooks kept twice", rows.Count - rows.Distinct().Count(), 0);
    }

    private static double Quantile(IReadOnlyList<Delivery> sent, double share)
    {
        var sorted = sent.Select(s => s.Milliseconds).Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
