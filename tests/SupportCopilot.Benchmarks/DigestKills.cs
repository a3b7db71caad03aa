using System.Diagnostics;
using System.Globalization;
using SupportCopilot.Tests.Kills.Harness;

namespace SupportCopilot.Benchmarks;

/// <summary>Processes that post digests, killed with SIGKILL around the send: how many digests were doubled or silently lost. KILLS and SEED in the environment change the run.</summary>
internal static class DigestKills
{
    public static async Task RunAsync(CancellationToken ct)
    {
        var kills = Number("KILLS", 200);
        var watch = Stopwatch.StartNew();
        var report = await KillDigests.RunAsync(kills, Number("SEED", 2026), done => { if (done % 20 == 0) Console.WriteLine($"{done} killed after {watch.Elapsed.TotalSeconds:0} s"); }, ct);
        Console.WriteLine(report);
        Target.AtLeast("kills", report.Kills.Values.Sum(), kills);
        Target.AtMost("digests doubled", report.Doubled, 0);
        Target.AtMost("digests silently lost", report.Lost + report.DoneButMissing + report.Open, 0);
        Target.AtLeast("unconfirmed ones that are shown", report.Shown, report.Unconfirmed);
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
