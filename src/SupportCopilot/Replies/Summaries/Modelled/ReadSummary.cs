using System.Text.Json;
using SupportCopilot.Models;
using SupportCopilot.Models.OutputChecks;
using SupportCopilot.Replies.Text;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Summaries.Modelled;

/// <summary>What a model makes of a thread.</summary>
internal sealed record SummaryWords(string Problem, IReadOnlyList<string> Done, IReadOnlyList<string> OpenQuestions);

/// <summary>
/// Holds a model's summary against the thread: every word that means something, every name, number, day and amount of it
/// stands there, or the whole of it is not shown.
/// </summary>
/// <param name="sources">What was said: the desk's words as passages, the customer's as the thread.</param>
/// <param name="said">All of it as one text.</param>
internal sealed class ReadSummary(AnswerSources sources, string said)
{
    private const int LongestProblem = 500;
    private const int LongestLine = 300;
    private const int MostLines = 4;

    private readonly HashSet<string> _facts = KeptFacts.In(said);

    public ModelReading<SummaryWords> Of(JsonElement answer)
    {
        if (answer.ValueKind is not JsonValueKind.Object || Text(answer, "problem", LongestProblem) is not { } problem) return Wrong($"it has no \"problem\" of at most {LongestProblem} characters.");
        if (Lines(answer, "done") is not { } done || Lines(answer, "openQuestions") is not { } open) return Wrong($"\"done\" and \"openQuestions\" are lists of at most {MostLines} texts of at most {LongestLine} characters.");
        foreach (var line in (string[])[problem, .. done, .. open])
            if (Fault(line) is { } fault) return Wrong(fault);
        return ModelReading<SummaryWords>.Right(new(problem, done, open));
    }

    private string? Fault(string line)
    {
        if (KeptFacts.Addresses(line).Count > 0) return "it holds a link or an address.";
        if (!KeptFacts.Numbers(line).IsSubsetOf(_facts)) return "it holds a number, a date or an order number that stands in no message.";
        if (Measures.Contradict(line, said)) return "it counts something else by a number than the messages do.";
        var check = CheckAnswer.About([.. Sentences.Of(line).Select(sentence => new SaidSentence(sentence, []))], sources);
        if (check.Dropped.Any(sentence => sentence.Why is DropReason.Markup or DropReason.Invisible)) return "it holds markup or an invisible character.";
        return check.Dropped.Count > 0 ? "a sentence of it says what stands in no message, or names somebody who is not spoken of." : null;
    }

    private static string? Text(JsonElement answer, string name, int longest) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text && text.Length <= longest ? Sentences.OneLine(text) : null;

    private static IReadOnlyList<string>? Lines(JsonElement answer, string name)
    {
        if (!answer.TryGetProperty(name, out var list) || list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() > MostLines) return null;
        var lines = new List<string>();
        foreach (var line in list.EnumerateArray())
        {
            if (line.ValueKind is not JsonValueKind.String || line.GetString()!.Trim() is not { Length: > 0 and <= LongestLine } text) return null;
            lines.Add(Sentences.OneLine(text));
        }

        return lines;
    }

    private static ModelReading<SummaryWords> Wrong(string what) => ModelReading<SummaryWords>.NotRight(what);
}
