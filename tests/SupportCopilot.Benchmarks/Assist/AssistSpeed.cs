using System.Diagnostics;
using System.Text.Json;
using SupportCopilot.Replies;

namespace SupportCopilot.Benchmarks.Assist;

/// <summary>How long the sidebar waits for its data at 100,000 tickets: the demo desk through the real writer, on SQLite, with the real index.</summary>
internal static class AssistSpeed
{
    private const int Tickets = 100_000;
    private const int Warm = 30;
    private const int Asked = 400;

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var desk = await AssistDesk.CreateAsync(ct);
        var clock = Stopwatch.StartNew();
        await desk.FillAsync(Tickets, ct);
        Console.WriteLine($"filled with {Tickets:N0} tickets in {clock.Elapsed.TotalSeconds:0} s");
        clock.Restart();
        await desk.IndexAsync(ct);
        Console.WriteLine($"indexed in {clock.Elapsed.TotalSeconds:0} s");

        var ids = (await desk.IdsAsync(ct)).Values.Order().ToArray();
        var random = new Random(5);
        clock.Restart();
        await desk.AssistAsync(ids[^1], ct);
        Console.WriteLine($"first answer after the start {clock.Elapsed.TotalMilliseconds:0} ms");
        for (var i = 0; i < Warm; i++) await desk.AssistAsync(ids[random.Next(ids.Length)], ct);

        var (times, answered, similar, bytes) = (new double[Asked], 0, 0, 0L);
        for (var i = 0; i < Asked; i++)
        {
            var id = ids[random.Next(ids.Length)];
            clock.Restart();
            var seen = await desk.AssistAsync(id, ct);
            bytes += JsonSerializer.SerializeToUtf8Bytes(seen).Length;
            times[i] = clock.Elapsed.TotalMilliseconds;
            if (seen.Reply.Text is not null) answered++;
            similar += seen.Similar.Count;
        }

        Array.Sort(times);
        Console.WriteLine($"p50 {times[Asked / 2]:0.0} ms; {answered} of {Asked} with a reply, {(double)similar / Asked:0.0} similar tickets, {bytes / Asked / 1024.0:0.0} KB each");
        Target.AtMost("assist, p95 in ms at 100,000 tickets", times[(int)(0.95 * Asked)], 100);
    }
}
