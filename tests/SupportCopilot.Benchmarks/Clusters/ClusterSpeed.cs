using System.Diagnostics;
using SupportCopilot.Benchmarks.Assist;

namespace SupportCopilot.Benchmarks.Clusters;

/// <summary>
/// Clusters of a demo desk of 100,000 tickets, from the index's vectors to the database. The desk is filled, triaged by rules
/// and indexed first; a process of its own then searches, as the command does, so that its peak memory is the search's alone.
/// </summary>
internal static class ClusterSpeed
{
    private const int Tickets = 100_000;
    private const string Folder = "SUPPORTCOPILOT_CLUSTER_SPEED";   // tells the second process where the desk is

    public static async Task RunAsync(CancellationToken ct)
    {
        if (Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } folder)
        {
            await SearchAsync(folder, ct);
            return;
        }
        await using var desk = await AssistDesk.CreateAsync(ct);
        var clock = Stopwatch.StartNew();
        await desk.FillAsync(Tickets, ct);
        await desk.TriageAsync(ct);
        await desk.IndexAsync(ct);
        Console.WriteLine($"filled, triaged and indexed in {clock.Elapsed.TotalSeconds:0} s; {Environment.ProcessorCount} cores");
        using var search = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), "cluster-speed"]) { Environment = { [Folder] = desk.Folder } })!;
        await search.WaitForExitAsync(ct);
    }

    private static async Task SearchAsync(string folder, CancellationToken ct)
    {
        var desk = AssistDesk.Open(folder);   // not disposed: its files belong to the process that made them
        var told = new Told();
        var clock = Stopwatch.StartNew();
        var first = await desk.FindClustersAsync(told, ct);
        var seconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var again = await desk.FindClustersAsync(told, ct);
        Console.WriteLine($"{first.Clusters:N0} clusters in {first.Tickets:N0} tickets, told of {told.Steps} times; the same tickets again: {again.Found} new, {again.Merged} merged, {again.Gone} gone, in {clock.Elapsed.TotalSeconds:0.0} s");
        Target.AtMost("seconds to find the clusters of 100,000 tickets", seconds, 300);
        Target.AtMost("peak memory of the process, GB", Process.GetCurrentProcess().PeakWorkingSet64 / 1e9, 2);
    }

    /// <summary>How this very program is started again: under the dotnet host its own file comes first.</summary>
    private static IEnumerable<string> Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ClusterSpeed).Assembly.Location] : [];

    private sealed class Told : IProgress<double>
    {
        public int Steps { get; private set; }

        public void Report(double value) => Steps++;
    }
}
