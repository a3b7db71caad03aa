using System.Diagnostics;
using System.Globalization;
using ZendeskSimulator;
using ZendeskSimulator.Limits;

namespace SupportCopilot.Benchmarks.Syncing;

/// <summary>
/// The command <c>sync</c> at Zendesk's own limits: how many pages of the stream that a backfill waits for, the events with
/// the comments, are read of those that the limit allows in the time. An account with the High Volume add-on (30 pages a minute)
/// for SYNC_MINUTES (3) after a first minute, so that what was saved up before the start does not count.
/// </summary>
internal static class SyncLimits
{
    private const string Waited = "/api/v2/incremental/ticket_events";
    private const double Wanted = 0.97;

    public static async Task RunAsync(CancellationToken ct)
    {
        var minutes = int.TryParse(Environment.GetEnvironmentVariable("SYNC_MINUTES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 3;
        var limits = RateLimits.HighVolume;
        var zendesk = new SimulatedZendesk(new() { Tickets = 100_000, Limits = limits });
        await using var server = await zendesk.ListenAsync(ct: ct);
        var folder = Directory.CreateTempSubdirectory("supportcopilot-limits-");
        using var program = Start(server.BaseUrl, folder.FullName);
        try
        {
            while (zendesk.Requests.Count("GET", Waited) == 0) await Task.Delay(50, ct);
            await Task.Delay(TimeSpan.FromMinutes(1), ct);
            var (before, watch) = (zendesk.Requests.Count("GET", Waited), Stopwatch.StartNew());
            await Task.Delay(TimeSpan.FromMinutes(minutes), ct);
            var read = zendesk.Requests.Count("GET", Waited) - before;
            var allowed = limits.ExportsPerMinute!.Value * watch.Elapsed.TotalMinutes;
            if (program.HasExited) throw new InvalidOperationException($"The sync ended early, with {program.ExitCode}.");

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} pages of events in {watch.Elapsed.TotalMinutes:0.00} minutes, of {allowed:0.0} that are allowed; {zendesk.Refused} requests were refused for a limit"));
            Target.AtLeast("sync, share of the pages that the limit allows", read / allowed, Wanted);
            Target.AtMost("sync, requests refused for a limit", zendesk.Refused, 0);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string address, string folder)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll"), "sync", "--json", "--data", folder,
            $"--SupportCopilot:Zendesk:BaseUrl={address}", "--SupportCopilot:Zendesk:ClientId=supportcopilot", "--SupportCopilot:Zendesk:ClientSecret=simulated-client-secret",
        ])
        { WorkingDirectory = folder };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";   // the bot need not be set up
        return Process.Start(start)!;
    }
}
