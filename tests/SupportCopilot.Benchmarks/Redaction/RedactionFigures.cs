using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SupportCopilot.Models.OutputChecks;
using SupportCopilot.Models.Redaction;
using SupportCopilot.Tests.Models.Redaction.Figures;

namespace SupportCopilot.Benchmarks.Redaction;

/// <summary>How well and how fast personal data is hidden, and how often a sound sentence is held back by the checks of answers.</summary>
internal static class RedactionFigures
{
    private const int Ticket = 2_048, Rounds = 2_000;

    public static Task RunAsync(CancellationToken ct)
    {
        if (SharedData.TryFind("presidio-pii/synth-even.json", out var sentences))
        {
            Score(sentences);
            Speed(sentences, ct);
        }
        if (SharedData.TryFind("eshopsupport/tickets.json", out var tickets)) FalseAlarms(tickets);
        return Task.CompletedTask;
    }

    private static void Score(string path)
    {
        Target.AtLeast("F1 of all claimed kinds", PiiScore.Of(path, null).F1, 0.85);
        Target.AtLeast("F1 on the templates that rules were not written by", PiiScore.Of(path, 1).F1, 0.85);
        foreach (var (kind, f1, words) in PiiScore.Of(path, null).Kinds)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-10} {f1:0.000} of {words} words"));
    }

    private static void Speed(string path, CancellationToken ct)
    {
        using var set = JsonDocument.Parse(File.ReadAllText(path));
        var text = string.Join('\n', set.RootElement.EnumerateArray().Select(sentence => sentence.GetProperty("full_text").GetString()));
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            Redactor.Begin(["Anna Schmidt", "John Smith"]).Hide(text.Substring(round * 17 % (text.Length - Ticket), Ticket));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times = [.. times.Skip(Rounds / 4).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {times[times.Count / 2]:0.000} ms to hide what is in 2 KB, p50"));
        Target.AtMost("ms to hide what is in 2 KB, p95", times[times.Count * 95 / 100], 1);
        var begun = Stopwatch.GetTimestamp();
        Redactor.Begin([]).Hide(text[..Math.Min(100_000, text.Length)]);
        Target.AtMost($"ms to hide what is in {Math.Min(100_000, text.Length)} characters", Stopwatch.GetElapsedTime(begun).TotalMilliseconds, 1_000);
    }

    // Agents' words and summaries of a public set, of which none was dictated by a ticket.
    private static void FalseAlarms(string path)
    {
        using var tickets = JsonDocument.Parse(File.ReadAllText(path));
        var (said, summaries) = (0, 0);
        var (held, dropped) = (new List<DropReason>(), new List<DropReason>());
        foreach (var ticket in tickets.RootElement.EnumerateArray())
        {
            var messages = ticket.GetProperty("Messages").EnumerateArray().ToList();
            var thread = string.Join('\n', messages.Select(message => message.GetProperty("Text").GetString()));
            var sources = new AnswerSources(new Dictionary<string, string>(StringComparer.Ordinal), thread);
            foreach (var message in messages.Where(message => !message.GetProperty("IsCustomerMessage").GetBoolean()))
            {
                said++;
                if (CheckAnswer.Piece(message.GetProperty("Text").GetString()!, sources) is { } why) held.Add(why);
            }
            List<SaidSentence> summary = [.. (ticket.GetProperty("LongSummary").GetString() ?? "").Split(". ", StringSplitOptions.RemoveEmptyEntries).Select(sentence => new SaidSentence(sentence, []))];
            summaries += summary.Count;
            dropped.AddRange(CheckAnswer.About(summary, sources).Dropped.Select(sentence => sentence.Why));
        }
        Console.WriteLine($"agents' messages held back by what no answer may hold: {held.Count} of {said} ({Reasons(held)})");
        Console.WriteLine($"sentences of another model's summaries that stand on too few of the thread's words: {dropped.Count} of {summaries} ({Reasons(dropped)})");
    }

    private static string Reasons(List<DropReason> reasons) => string.Join(", ", reasons.CountBy(why => why).OrderByDescending(count => count.Value).Select(count => $"{count.Key} {count.Value}"));
}
