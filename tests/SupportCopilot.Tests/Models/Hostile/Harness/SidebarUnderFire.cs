using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SupportCopilot.Tests.Models.Hostile.Harness;

/// <summary>Agents who look at tickets, have replies written and have them otherwise, while the model behind the product takes turns; each answer is timed and held against what may stand in it.</summary>
public sealed partial class SidebarUnderFire(HttpClient agent, BadModel model, IReadOnlyList<long> tickets, int agents, TimeSpan pause)
{
    private readonly ConcurrentQueue<Seen> _seen = new();

    /// <summary>All that was seen.</summary>
    public IReadOnlyCollection<Seen> All => _seen;

    /// <summary>Lets the model take its turns, each for so long, until the time is over.</summary>
    public async Task RunAsync(TimeSpan time, TimeSpan turn, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        model.Take(Turn.Well);
        var working = Task.WhenAll(Enumerable.Range(0, agents).Select(number => Task.Run(() => WorkAsync(number, over.Token, ct), ct)));
        var clock = Stopwatch.StartNew();
        for (var next = 1; clock.Elapsed < time; next++)
        {
            await Task.Delay(turn, ct);
            model.Take((Turn)(next % 5));
        }

        await over.CancelAsync();
        await working;
    }

    private async Task WorkAsync(int number, CancellationToken over, CancellationToken ct)
    {
        var dice = new Random(number);
        for (var round = number; !over.IsCancellationRequested; round++)
        {
            var ticket = tickets[dice.Next(tickets.Count)];
            var what = (round % 8) switch { 3 => "written", 6 => "rewritten", _ => "assist" };
            var (turn, clock) = (model.Turn, Stopwatch.StartNew());
            string? wrong;
            try
            {
                wrong = what switch { "written" => await WrittenAsync(ticket, ct), "rewritten" => await RewrittenAsync(ticket, ct), _ => await AssistAsync(ticket, ct) };
            }
            catch (Exception failed) when (failed is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException)
            {
                wrong = $"{failed.GetType().Name}: {failed.Message}";
            }

            _seen.Enqueue(new Seen(turn, what, clock.Elapsed, wrong));
            await Task.Delay(pause, ct);
        }
    }

    private async Task<string?> AssistAsync(long ticket, CancellationToken ct)
    {
        var text = await agent.GetStringAsync($"/api/tickets/{ticket}/assist", ct);
        var shown = JsonDocument.Parse(text).RootElement;
        return Marked(text) ?? (shown.GetProperty("summary").GetProperty("problem").ValueKind is JsonValueKind.Null && shown.GetProperty("summary").GetProperty("silentBecause").ValueKind is JsonValueKind.Null ? "neither a summary nor why" : UntrueOf(shown.GetProperty("reply")));
    }

    private async Task<string?> WrittenAsync(long ticket, CancellationToken ct)
    {
        var text = await agent.GetStringAsync($"/api/tickets/{ticket}/reply/written", ct);
        var last = text.Split('\n').LastOrDefault(line => line.StartsWith("data:", StringComparison.Ordinal));
        if (last is null) return "nothing was said";
        var end = JsonDocument.Parse(last["data:".Length..]).RootElement;
        if (end.GetProperty("reply").ValueKind is JsonValueKind.Null) return Marked(text) ?? (end.GetProperty("because").ValueKind is JsonValueKind.Null ? "no end" : null);
        return Marked(text) ?? UntrueOf(end.GetProperty("reply"));
    }

    private async Task<string?> RewrittenAsync(long ticket, CancellationToken ct)
    {
        using var answer = await agent.PostAsJsonAsync($"/api/tickets/{ticket}/reply", new { tone = "formal" }, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if ((int)answer.StatusCode == 400) return Marked(text);   // there is no reply to rewrite, and it says so
        return answer.IsSuccessStatusCode ? Marked(text) : $"{(int)answer.StatusCode}";
    }

    private static string? Marked(string text) => text.Contains(BadModel.Mark, StringComparison.OrdinalIgnoreCase) || text.Contains("evil[.]", StringComparison.Ordinal) || text.Contains(BadModel.MadeUp, StringComparison.Ordinal) ? "what the model made up" : null;

    // Each number in brackets is a citation, and each citation's words are there.
    private static string? UntrueOf(JsonElement reply)
    {
        if (reply.GetProperty("text").GetString() is not { } text) return reply.GetProperty("silentBecause").GetString() is { Length: > 0 } ? null : "silent without a reason";
        var numbers = reply.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("number").GetInt32()).ToHashSet();
        var cited = Marks().Matches(text).Select(mark => int.Parse(mark.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        return numbers.Count > 0 && cited.Count > 0 && cited.IsSubsetOf(numbers) ? null : "it cites what is no source";
    }

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Marks();
}

/// <summary>One answer.</summary>
/// <param name="Turn">The model's turn when it was asked for.</param>
/// <param name="What">assist, written or rewritten.</param>
/// <param name="Time">How long it took to its end.</param>
/// <param name="Wrong">What was wrong with it; null for nothing.</param>
public sealed record Seen(Turn Turn, string What, TimeSpan Time, string? Wrong);
