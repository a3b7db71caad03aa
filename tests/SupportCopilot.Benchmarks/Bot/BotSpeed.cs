using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SupportCopilot.Benchmarks.Bot;

/// <summary>
/// How long somebody in Teams waits, from the message's arrival to the answer's on the connector: the real program in a
/// process of its own, 100,000 tickets of the demo desk on SQLite, no model, a connector on this machine.
/// </summary>
internal static class BotSpeed
{
    private const int Tickets = 100_000;
    private const int Warm = 40;
    private const int Asked = 400;
    private const int Conversations = 25;

    // A person writes, reads and writes; faster than this the limits that Teams sets would be measured.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);

    private static readonly string[] Questions =
    [
        "How many tickets were created last month?", "Urgent tickets by category in the last 30 days", "Tickets per week over the last 3 months",
        "Median first reply time by channel last month", "How many tickets?", "top 5 agents by solved tickets last month", "average resolution time by priority last quarter",
        "share of urgent tickets by group last month", "open tickets by status", "tickets from Acme", "how many blorfs last week", "help",
    ];

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var connector = await BotConnector.StartAsync(ct);
        await using var desk = await BotDesk.StartAsync(Tickets, ct);
        using var client = new HttpClient { BaseAddress = desk.Address };

        var times = new List<(string Question, double Milliseconds)>();
        for (var i = 0; i < Warm + Asked; i++)
        {
            var (question, id) = (Questions[i % Questions.Length], i.ToString(CultureInfo.InvariantCulture));
            var answered = connector.AnswerTo(id);
            var clock = Stopwatch.StartNew();
            using var activity = new StringContent(ActivityOf(question, id, connector.Address), Encoding.UTF8, "application/json");
            using var taken = await client.PostAsync("/api/messages", activity, ct);
            taken.EnsureSuccessStatusCode();
            await answered.WaitAsync(TimeSpan.FromSeconds(60), ct);
            if (i >= Warm) times.Add((question, clock.Elapsed.TotalMilliseconds));
            await Task.Delay(Pause, ct);
        }

        Report(times);
    }

    private static void Report(List<(string Question, double Milliseconds)> times)
    {
        foreach (var each in times.GroupBy(t => t.Question)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Quantile(each.Select(t => t.Milliseconds), 0.5),7:0.0} ms  {each.Key}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p50 {Quantile(times.Select(t => t.Milliseconds), 0.5):0.0} ms over {times.Count} messages"));
        Target.AtMost("bot, message in to answer sent, p95 in ms", Quantile(times.Select(t => t.Milliseconds), 0.95), 150);
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    private static string ActivityOf(string text, string id, Uri connector) => new JsonObject
    {
        ["type"] = "message",
        ["id"] = id,
        ["text"] = text,
        ["channelId"] = "msteams",
        ["serviceUrl"] = connector.ToString(),
        ["from"] = new JsonObject { ["id"] = "29:mia", ["name"] = "Mia", ["aadObjectId"] = "mia" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "SupportCopilot" },
        ["conversation"] = new JsonObject { ["id"] = $"c{int.Parse(id, CultureInfo.InvariantCulture) % Conversations}", ["conversationType"] = "personal" },
    }.ToJsonString();
}
