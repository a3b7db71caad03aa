using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Answers;

/// <summary>Gives a question back as choices, each with its count and in words that have only that reading.</summary>
internal sealed class OfferChoices(RunPlan run)
{
    private const int MostChoices = 3;
    private const int MostCandidates = 4;   // for each misspelt word
    private const int MostUnplaced = 3;     // words in doubt at once: beyond it this is no misspelling

    /// <summary>Two or three readings as likely as each other.</summary>
    /// <returns>The choices; null where only one can be said in words of its own.</returns>
    public async Task<Answer?> BetweenAsync(string text, IReadOnlyList<Reading> close, ValueIndex values, PlanContext context, CancellationToken ct)
    {
        var choices = await SayAsync(close, values, context, ct);
        if (choices.Count < 2) return null;
        return new Answer(AnswerQuestion.NewId(), AnswerKind.Choices, $"That can mean {(choices.Count == 2 ? "two" : "three")} things. Which one?") { Choices = choices };
    }

    /// <summary>A question that could not be read: what its misspelt words may have been, or a refusal that names them.</summary>
    public async Task<Answer> ForUnreadAsync(string text, ReadResult read, ValueIndex values, PlanContext context, CancellationToken ct, Func<string, ReadResult>? reads = null)
    {
        if (read.Unplaced.Count == 0) return Refusals.Unplanned(AnswerQuestion.NewId(), read.Problem);
        var refusal = Refusals.Unplaced(AnswerQuestion.NewId(), read.Unplaced);
        if (read.Unplaced.Count > MostUnplaced) return refusal;

        var mended = Mended(text, read.Unplaced, values, reads ?? (mended => ReadQuestion.Of(mended, values, context)));
        var choices = await SayAsync(mended, values, context, ct);
        if (choices.Count == 0) return refusal;
        return refusal with
        {
            Kind = AnswerKind.Choices,
            Text = $"I do not know {Refusals.Listed(read.Unplaced)}. Did you mean {(choices.Count == 1 ? "this" : "one of these")}?",
            Choices = choices,
            Suggestions = [],
        };
    }

    /// <summary>The question read with each unplaced word replaced by one that is near it.</summary>
    private static List<Reading> Mended(string text, IReadOnlyList<string> unplaced, ValueIndex values, Func<string, ReadResult> reads)
    {
        var known = Phrases.Words.Concat(values.All.Where(value => value.Dimension != "weekday").SelectMany(value => WordReader.Key(value.Value).Split(' ').Append(WordReader.Key(value.Value)))).ToHashSet();
        List<string> texts = [text];
        foreach (var word in unplaced)
        {
            var near = NearValues.Of(WordReader.Key(word), known, MostCandidates).Concat(NearValues.Of(Stems.Of(WordReader.Key(word)), known, MostCandidates)).Distinct().Take(MostCandidates).ToList();
            if (near.Count == 0) continue;
            texts = [.. texts.SelectMany(one => near.Select(other => ReplaceWord(one, word, other))).Take(MostCandidates * MostChoices)];
        }

        return [.. texts.SelectMany(one => reads(one) is { Readings.Count: > 0 } read ? read.Close : [])
            .GroupBy(reading => ReadQuestion.Key(reading.Plan)).Select(same => same.First())];
    }

    private static string ReplaceWord(string text, string word, string by)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + word.Length));
    }

    private async Task<List<AnswerChoice>> SayAsync(IReadOnlyList<Reading> readings, ValueIndex values, PlanContext context, CancellationToken ct)
    {
        var choices = new List<AnswerChoice>();
        foreach (var reading in readings)
        {
            if (choices.Count == MostChoices) break;
            if (PlanWords.Of(reading.Plan) is not { } words || ReadQuestion.Of(words, values, context) is not { Readings.Count: > 0 } again) continue;
            if (again.Close.Count != 1 || !SameButDays(again.Readings[0].Plan, reading.Plan)) continue;
            choices.Add(new AnswerChoice(Interpretation.Of(reading.Plan), await run.CountAsync(reading.Plan, ct), words));
        }

        return choices;
    }

    private static bool SameButDays(Plan a, Plan b) => ReadQuestion.Key(a) == ReadQuestion.Key(b);
}
