using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text.Json;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Benchmarks.Sidebar;

/// <summary>
/// From the moment an agent opens a ticket to the first words that a model writes, over the time that the model takes to its
/// own first token: the sidebar's data first, then the stream of words. The model is a scripted one on this machine.
/// </summary>
internal static class FirstWords
{
    private const int Tickets = 20_000;
    private const int Warm = 5;
    private const int Asked = 40;
    private const double MostOver = 300;

    private static readonly TimeSpan FirstToken = TimeSpan.FromMilliseconds(400);

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var model = await LoopbackModel.StartAsync(ct);
        model.Model.Thinks = FirstToken;
        model.Model.Answers = Write;
        await using var desk = await ServedDesk.StartAsync(Tickets, ct, model.Settings);
        using var agent = desk.As("ada");

        var (random, opened, over) = (new Random(9), new List<double>(), new List<double>());
        for (var tries = 0; over.Count < Warm + Asked && tries < 20 * Asked; tries++)
        {
            var ticket = desk.Tickets[random.Next(desk.Tickets.Length)];
            var clock = Stopwatch.StartNew();
            using var data = JsonDocument.Parse(await agent.GetByteArrayAsync($"/api/tickets/{ticket}/assist", ct));
            var shown = clock.Elapsed;
            if (!data.RootElement.GetProperty("canBeWritten").GetBoolean()) continue;   // no source, so nothing is written
            if (await FirstAsync(agent, ticket, ct) is not { } words) continue;
            over.Add((clock.Elapsed - FirstToken).TotalMilliseconds);
            opened.Add((clock.Elapsed - shown - FirstToken).TotalMilliseconds);
            if (!words.StartsWith("Hi", StringComparison.Ordinal) && !words.StartsWith("Hello", StringComparison.Ordinal)) throw new InvalidOperationException($"The first words were «{words}».");
        }
        if (over.Count < Warm + Asked) throw new InvalidOperationException($"Only {over.Count} of {Asked} replies were written.");

        double[] all = [.. over.Skip(Warm).Order()], streams = [.. opened.Skip(Warm).Order()];
        Console.WriteLine($"{Asked} replies: from opening the ticket p50 {all[Asked / 2]:0} ms over the model's own {FirstToken.TotalMilliseconds:0}; from asking for the words p50 {streams[Asked / 2]:0} ms, p95 {streams[(int)(0.95 * Asked)]:0} ms over it");
        Target.AtMost("first words after opening a ticket, over the model's own, p95 ms", all[(int)(0.95 * Asked)], MostOver);
    }

    private static async Task<string?> FirstAsync(HttpClient agent, long ticket, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/tickets/{ticket}/reply/written");
        using var response = await agent.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        await using var stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct);
        await foreach (var piece in SseParser.Create(stream).EnumerateAsync(ct))
        {
            using var json = JsonDocument.Parse(piece.Data);
            return json.RootElement.GetProperty("text").GetString();
        }
        return null;
    }

    /// <summary>What a good model says: the customer's name, and the first source as it stands.</summary>
    private static ScriptedAnswer Write(ScriptedCall call)
    {
        var data = call.Data;
        var name = data.GetProperty("customer").GetString()?.Split(' ')[0];
        var source = data.GetProperty("sources")[0];
        string[] words = [name is null ? "Hello, " : $"Hi {name}, ", .. source.GetProperty("text").GetString()!.Split(' ').Select(word => $"{word} "), "[1]"];
        return ScriptedAnswer.Spoken(words) with { Between = TimeSpan.FromMilliseconds(20) };
    }
}
