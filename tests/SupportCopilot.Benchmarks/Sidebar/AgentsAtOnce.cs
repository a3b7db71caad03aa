using System.Diagnostics;
using System.Globalization;

namespace SupportCopilot.Benchmarks.Sidebar;

/// <summary>
/// A hundred agents open tickets over HTTP, the server on two cores and without a model: all at the very same moment, time and
/// again; and as on a busy day, each another ticket every few seconds. <c>--tickets</c> changes the desk.
/// </summary>
internal static class AgentsAtOnce
{
    private const int Agents = 100;
    private const int Rounds = 10;
    private const double LongestWanted = 500;

    private static readonly TimeSpan Reads = TimeSpan.FromSeconds(5), Day = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var desk = await ServedDesk.StartAsync(Choice.Number("tickets", 100_000), ct);
        var agents = Enumerable.Range(1, Agents).Select(agent => (Client: desk.As($"agent{agent}"), Dice: new Random(agent))).ToList();

        // A server that has been up for a while: its agents are known, its code is compiled.
        foreach (var agent in agents)
            for (var i = 0; i < 3; i++) await OpenAsync(agent, desk, ct);
        await Task.WhenAll(agents.Select(agent => OpenAsync(agent, desk, ct)));

        var opened = new List<Opened>();
        var before = desk.ServerWork;
        for (var round = 0; round < Rounds; round++)
        {
            opened.AddRange(await Task.WhenAll(agents.Select(agent => OpenAsync(agent, desk, ct))));
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        }
        Report("all at the same moment", opened, desk.ServerWork - before);
        Target.AtMost("a hundred agents at the same moment, p95 in ms", Quantile(opened, 0.95), LongestWanted);
        Target.AtMost("the same, requests that failed", opened.Count(o => o.Status != 200), 0);

        using var evening = CancellationTokenSource.CreateLinkedTokenSource(ct);
        evening.CancelAfter(Day);
        before = desk.ServerWork;
        var daily = (await Task.WhenAll(agents.Select(agent => WorkAsync(agent, desk, evening.Token, ct)))).SelectMany(one => one).ToList();
        Report($"each another every {Reads.TotalSeconds:0} s, {daily.Count / Day.TotalSeconds:0.0} a second", daily, desk.ServerWork - before);
        Target.AtMost("a hundred agents through the day, p95 in ms", Quantile(daily, 0.95), LongestWanted);
        Target.AtMost("the same, requests that failed", daily.Count(o => o.Status != 200), 0);
        foreach (var agent in agents) agent.Client.Dispose();
    }

    private static async Task<List<Opened>> WorkAsync((HttpClient Client, Random Dice) agent, ServedDesk desk, CancellationToken evening, CancellationToken ct)
    {
        var opened = new List<Opened>();
        while (true)
        {
            try
            {
                await Task.Delay(Reads * 2 * agent.Dice.NextDouble(), evening);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return opened;
            }
            opened.Add(await OpenAsync(agent, desk, ct));
        }
    }

    /// <summary>What the sidebar asks for when it is opened beside a ticket: the ticket's data, and what fields may be set to.</summary>
    private static async Task<Opened> OpenAsync((HttpClient Client, Random Dice) agent, ServedDesk desk, CancellationToken ct)
    {
        var ticket = desk.Tickets[agent.Dice.Next(desk.Tickets.Length)];
        var clock = Stopwatch.StartNew();
        var fields = agent.Client.GetAsync("/api/triage/fields", ct);
        using var answer = await agent.Client.GetAsync($"/api/tickets/{ticket}/assist", ct);
        await answer.Content.ReadAsByteArrayAsync(ct);
        var took = clock.Elapsed.TotalMilliseconds;
        using var values = await fields;
        return new Opened((int)(answer.IsSuccessStatusCode ? values.StatusCode : answer.StatusCode), took);
    }

    private static void Report(string how, List<Opened> opened, TimeSpan work) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{how}: {opened.Count:N0} tickets opened, p50 {Quantile(opened, 0.5):0} ms, p95 {Quantile(opened, 0.95):0} ms, longest {Quantile(opened, 1):0} ms; {work.TotalMilliseconds / opened.Count:0.0} ms of the server's processor time each"));

    private static double Quantile(List<Opened> opened, double share)
    {
        var sorted = opened.Select(o => o.Milliseconds).Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    private sealed record Opened(int Status, double Milliseconds);
}
