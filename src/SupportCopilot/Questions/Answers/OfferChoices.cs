using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Remembering;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Answers;

/// <summary>Reads a text by some values, alone or as what follows on a conversation.</summary>
internal delegate ReadResult ReadText(string text, ValueIndex values, PlanContext context);

/// <summary>Gives a question back as choices, at most three, each with its count and in words that have only that reading.</summary>
internal sealed class OfferChoices(RunPlan run, ValuesInSight inSight)
{
    private const int MostChoices = 3;
    private const int MostCounted = 6;      // of more as likely readings the first ones; counting them all would keep the asker waiting
    private const int MostCandidates = 4;   // for each misspelt word
    private const int MostUnplaced = 3;     // words in doubt at once: beyond it this is no misspelling

    /// <summary>Several readings as likely as each other.</summary>
    /// <returns>The choices; null where only one can be said in words of its own.</returns>
    public async Task<Answer?> BetweenAsync(string text, IReadOnlyList<Reading> close, ValueIndex values, PlanContext context, CancellationToken ct)
    {
        var (choices, left) = await SayAsync([.. close.Select(reading => reading.Plan), .. AsMention.Of([.. close.Take(close.Count == 2 ? 2 : 0).Select(reading => reading.Plan)])], context, ct);
        if (choices.Count < 2 || await AreSameTicketsAsync(close, ct)) return null;
        var count = left > 0 ? "more than three" : choices.Count == 2 ? "two" : "three";
        var others = left > 0 ? " Here are the three with most tickets; for another, name it in full." : "";
        return new Answer(AnswerQuestion.NewId(), AnswerKind.Choices, $"That can mean {count} things. Which one?{others}") { Choices = choices };
    }

    /// <summary>Whether two readings that differ in what a word is a value of are about the very same tickets: then there is nothing to choose.</summary>
    private async Task<bool> AreSameTicketsAsync(IReadOnlyList<Reading> close, CancellationToken ct)
    {
        if (close.Count != 2 || close[0].Plan is not { Limit: null, Having: null, Before: null } one || ReadingsApart.InFilter(one, close[1].Plan) is not ({ Op: "is" } mine, { Op: "is" } theirs) || mine.Field == theirs.Field) return false;
        var counts = new CountChoices(run);
        return await counts.OfAsync(one, ct) is { } count && count == await counts.OfAsync(close[1].Plan, ct) && count == await counts.OfAsync(one with { Filters = [.. one.Filters, theirs] }, ct);
    }

    /// <summary>A question that could not be read: what its misspelt words may have been, or a refusal that names them.</summary>
    public async Task<Answer> ForUnreadAsync(string text, ReadResult read, ValueIndex values, PlanContext context, CancellationToken ct, ReadText? reads = null)
    {
        if (read.Unplaced.Count == 0) return Refusals.Unplanned(AnswerQuestion.NewId(), read.Problem);
        var refusal = Refusals.Unplaced(AnswerQuestion.NewId(), read.Unplaced);
        if (read.Unplaced.Count > MostUnplaced) return refusal;

        var (choices, _) = await SayAsync(await MendedAsync(text, read.Unplaced, values, context, reads ?? ReadQuestion.Of, ct), context, ct);
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
    private async Task<List<Plan>> MendedAsync(string text, IReadOnlyList<string> unplaced, ValueIndex values, PlanContext context, ReadText reads, CancellationToken ct)
    {
        List<string> texts = [text];
        foreach (var word in unplaced)
        {
            var near = new[] { WordReader.Key(word), Stems.Of(WordReader.Key(word)) }.Distinct()
                .SelectMany(key => NearValues.Of(key, Phrases.Words.Where(known => known[0] == key[0]).Concat(context.Words.Words).Concat(values.Near(key, 2 * MostCandidates)), MostCandidates)).Distinct().Take(MostCandidates).ToList();
            if (Shorthand(WordReader.Key(word)) is { } priority) near.Insert(0, $"priority {priority}");
            if (near.Count == 0) continue;
            texts = [.. texts.SelectMany(one => near.Select(other => ReplaceWord(one, word, other))).Take(MostCandidates * MostChoices)];
        }

        texts.AddRange(JoinedWords.Of(text, unplaced, values.Whole));   // the whole desk's, as the near words are
        if (texts is [var same] && same == text) return [];
        var (known, own) = await inSight.ForAsync(texts, atOnce: false, ct);   // the near words are the whole desk's; what is out of sight stays unread
        return [.. texts.SelectMany(one => reads(one, known, context with { Words = own }) is { Readings.Count: > 0 } read ? read.Close : [])
            .Select(reading => reading.Plan).Where(plan => !Denies(text) || plan.Filters.Any(filter => filter.Op is "isNot" or "empty" or "notContains" or "lessThan" or "atMost" || filter.Values is ["missed"])).DistinctBy(ReadQuestion.Key)];
    }

    /// <summary>What «p1» and «sev2» stand for at most desks; at this one nothing is called so, and it is only offered.</summary>
    private static string? Shorthand(string word) => (word.StartsWith("prio", StringComparison.Ordinal) ? word[4..] : word.StartsWith("sev", StringComparison.Ordinal) ? word[3..] : word.StartsWith('p') ? word[1..] : "").TrimEnd('s') switch
    {
        "1" => "urgent",
        "2" => "high",
        "3" => "normal",
        "4" => "low",
        _ => null,
    };

    /// <summary>Whether something is left out in a text: what is offered for it must leave something out as well.</summary>
    private static bool Denies(string text) => WordReader.Read(text).Any(word => word.Text is "not" or "don't" or "no" or "without" or "except" or "excluding" or "exclude" or "never" or "isn't" or "aren't" or "didn't" or "doesn't" or "weren't" or "wasn't");

    private static string ReplaceWord(string text, string word, string by)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + word.Length));
    }

    private async Task<(List<AnswerChoice> Choices, int Left)> SayAsync(IReadOnlyList<Plan> plans, PlanContext context, CancellationToken ct)
    {
        var said = plans.Select(plan => (Plan: plan, Words: PlanWords.Of(plan))).Where(one => one.Words is not null).Select(one => (one.Plan, Words: one.Words!)).ToList();
        if (said.Count == 0) return ([], 0);
        var (known, own) = await inSight.ForAsync([.. said.Select(one => one.Words)], atOnce: false, ct);
        var clear = said.FindAll(one => ReadQuestion.Of(one.Words, known, context with { Words = own }) is { Readings.Count: > 0 } again && again.Close.Count == 1 && ReadQuestion.Key(again.Readings[0].Plan) == ReadQuestion.Key(one.Plan));
        var (choices, counts) = (new List<AnswerChoice>(), new CountChoices(run));
        foreach (var (plan, words) in clear.Take(clear.Count > MostChoices ? MostCounted : MostChoices)) choices.Add(new AnswerChoice(Interpretation.Of(plan), await counts.OfAsync(plan, ct), words));
        if (clear.Count > MostChoices) choices = [.. choices.OrderByDescending(choice => choice.Count).Take(MostChoices)];
        return (choices, clear.Count - choices.Count);
    }
}
