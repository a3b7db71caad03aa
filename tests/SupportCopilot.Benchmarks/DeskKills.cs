using System.Diagnostics;
using System.Globalization;
using SupportCopilot.Tests.Kills.Desk.Harness;

namespace SupportCopilot.Benchmarks;

/// <summary>
/// The whole process, reading and writing a simulated desk at which people work, killed with SIGKILL at chosen and at random
/// moments, several at a time on databases of their own; then two servers and commands on one database.
/// <c>--count</c>, <c>--lanes</c> and <c>--seed</c> change the run.
/// </summary>
internal static class DeskKills
{
    public static async Task RunAsync(CancellationToken ct)
    {
        var (kills, lanes, seed) = (Choice.Number("count", 1000), Choice.Number("lanes", 3), Choice.Number("seed", 2026));
        var (watch, done) = (Stopwatch.StartNew(), 0);
        var reports = await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(() => KillServers.RunAsync(kills / lanes + (lane < kills % lanes ? 1 : 0), seed + lane, Killed, ct), ct)));
        foreach (var report in reports) Console.WriteLine(report);

        int Sum(Func<DeskKillReport, int> of) => reports.Sum(of);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Sum(r => r.Killed)} kills in {watch.Elapsed.TotalSeconds:0} s, {lanes} at a time; {Sum(r => r.Edits)} edits by people, {Sum(r => r.Compared.Tickets)} tickets, {Sum(r => r.Compared.Comments)} comments, {Sum(r => r.Compared.Changes)} changes, {Sum(r => r.Compared.Notes)} notes, {Sum(r => r.Webhooks)} webhooks answered, {Sum(r => r.Checks)} databases checked"));
        Target.AtLeast("kills", Sum(r => r.Killed), kills);
        foreach (var kind in reports.SelectMany(r => r.Compared.Wrong.Keys).Distinct()) Target.AtMost(kind, Sum(r => r.Compared.Wrong.GetValueOrDefault(kind)), 0);
        Target.AtMost("tickets, comments, changes lost or doubled, …", Sum(r => r.Compared.Wrong.Values.Sum()), 0);
        Target.AtMost("webhooks answered and not on disk", Sum(r => r.WebhooksNotOnDisk), 0);
        Target.AtMost("databases not sound", Sum(r => r.Unsound.Count), 0);

        var (together, alone) = await TwoServers.RunAsync(seed, ct);
        Console.WriteLine($"two servers and four commands on one database: {together}");
        Console.WriteLine($"after one of them was killed: {alone}");
        Target.AtMost("two processes: lost or done twice", together.Wrong.Values.Sum() + alone.Wrong.Values.Sum(), 0);

        void Killed()
        {
            if (Interlocked.Increment(ref done) is var so && so % 50 == 0) Console.WriteLine($"{so} killed after {watch.Elapsed.TotalSeconds:0} s");
        }
    }
}
