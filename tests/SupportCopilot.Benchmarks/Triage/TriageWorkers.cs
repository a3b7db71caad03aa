using System.Globalization;
using System.Text.Json;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tests.Triage.Runs.Harness;

namespace SupportCopilot.Benchmarks.Triage;

/// <summary>
/// Triage by a model that thinks for 3.5 seconds: the command «triage» in a process of its own, on SQLite, over HTTP to a
/// server on this machine that speaks OpenAI's protocol. Counted from the asking for the run to its last saved ticket; the
/// ideal is each worker asking without a pause.
/// </summary>
internal static class TriageWorkers
{
    private const int Rounds = 30;   // long enough that two seconds of starting up do not pass for slowness, nor hide it
    private static readonly TimeSpan Thinks = TimeSpan.FromSeconds(3.5);

    public static async Task RunAsync(CancellationToken ct)
    {
        foreach (var workers in new[] { 10, 40, 100 }) await RunAsync(workers, ct);
    }

    private static async Task RunAsync(int workers, CancellationToken ct)
    {
        await using var model = await LoopbackModel.StartAsync(ct);
        await using var desk = await RunDesk.OpenAsync(workers * Rounds, ct);
        model.Model.Thinks = Thinks;
        var said = JsonDocument.Parse(await desk.RunAsync(["triage", "--json", $"--SupportCopilot:Triage:Workers={workers}", .. model.Settings], ct)).RootElement;

        var took = said.GetProperty("finishedAt").GetDateTime() - said.GetProperty("requestedAt").GetDateTime();
        var tickets = said.GetProperty("outcomes").GetProperty("triaged").GetInt32();
        if (tickets != workers * Rounds) throw new InvalidOperationException($"{tickets} of {workers * Rounds} tickets were triaged.");
        var ideal = Rounds * Thinks;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {workers} workers: {tickets} tickets in {took.TotalSeconds:0.0} s, {tickets / took.TotalMinutes:0} a minute; ideal {ideal.TotalSeconds:0.0} s; at most {model.Model.MostAtOnce} at once"));
        var (first, last) = model.Model.Busy;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    of these {(first - said.GetProperty("requestedAt").GetDateTime()).TotalSeconds:0.00} s to the first question of a program that has just started, {(said.GetProperty("finishedAt").GetDateTime() - last).TotalSeconds:0.00} s from the last answer to its row; between them {ideal / (last - first):0.0000} of the ideal"));
        Target.AtLeast($"share of the ideal, {workers} workers", ideal / took, 0.95);
    }
}
