using NodaTime;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Requests.Keeping;

/// <summary>Makes a question that can be asked again out of words, or out of an answer given before.</summary>
internal static class KeepQuestion
{
    private static readonly Duration Later = Duration.FromDays(400);

    /// <summary>Words that are a question by themselves.</summary>
    /// <returns>The question with its plan of now, or why it cannot be kept.</returns>
    public static (KeptQuestion? Kept, Plan? Plan, string? Problem) OfWords(QuestionTurn turn, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, null, "There is no question in that.");
        var read = ReadKept.Read(turn.Saying(text));
        if (read.Unplaced.Count > 0) return (null, null, $"I cannot place {Refusals.Listed(read.Unplaced)}, and keep no question that I do not understand.");
        if (read.Readings.Count == 0) return (null, null, string.IsNullOrEmpty(read.Problem) ? $"«{text}» is no question about tickets that I can answer." : read.Problem);
        if (read.Close.Count > 1) return (null, null, $"«{text}» can mean several things. Ask it first, choose one, and then say what to do with the answer.");
        return (Of(turn, text, read.Readings[0].Plan), read.Readings[0].Plan, null);
    }

    /// <summary>The answer to a question asked before, in words that need no conversation and keep its relative dates.</summary>
    /// <param name="turn">The turn in which it is to be kept.</param>
    /// <param name="asked">The question.</param>
    /// <param name="before">What was asked in the conversation before it, newest first.</param>
    /// <returns>The question; null where no words say its plan.</returns>
    public static KeptQuestion? OfAsked(QuestionTurn turn, AskedQuestion asked, IReadOnlyList<AskedQuestion> before)
    {
        if (KeptAnswer.PlanOf(asked) is not { } kept) return null;
        var then = turn.At(Instant.FromDateTimeUtc(DateTime.SpecifyKind(asked.AskedAt, DateTimeKind.Utc)));
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(kept.Plan.TimeZone) ?? turn.Context.Dates.Zone;
        then = then with { Context = then.Context with { Dates = new DateContext(then.Context.Dates.AsOf, zone, then.Context.Dates.FirstDayOfWeek, then.Context.Dates.FiscalYearStartMonth) { MonthFirst = then.Context.Dates.MonthFirst } } };

        var said = Said(then, kept.Plan, before.Prepend(asked));
        // What was chosen from a list stands in exact days; who chose it had said «last week».
        string?[] candidates = WasChosen(asked, before) ? [said, asked.Text] : [asked.Text, said];
        foreach (var text in candidates.OfType<string>())
            if (Means(then.Saying(text), kept.Plan)) return Of(then, text, kept.Plan);
        if (SaysItsDays(then.Saying(asked.Text), kept.Plan)) return Of(then, asked.Text, kept.Plan);
        if (PlanWords.Of(kept.Plan) is { } exact && Means(then.Saying(exact), kept.Plan)) return Of(then, exact, kept.Plan);
        return null;
    }

    private static KeptQuestion Of(QuestionTurn turn, string text, Plan plan)
    {
        var shape = PlanShape.Of(plan);
        var later = ReadKept.Read(turn.Saying(text).At(turn.Context.Dates.AsOf + Later)).Readings.FirstOrDefault(reading => PlanShape.Of(reading.Plan) == shape);
        return new KeptQuestion(text, shape, turn.Context.Dates.Zone.Id)
        {
            HasFixedDays = plan.Days is not null && later is not null && later.Plan.Days == plan.Days,
        };
    }

    /// <summary>Whether the words, read at that moment, are this very plan, days included.</summary>
    private static bool Means(QuestionTurn then, Plan plan)
    {
        var shape = PlanShape.Of(plan);
        return ReadKept.Read(then).Readings.Any(reading => PlanShape.Of(reading.Plan) == shape && reading.Plan.Days == plan.Days);
    }

    /// <summary>Whether the words are this plan but for the days, and name days themselves: asked about another moment than its own, as who sets asOf does.</summary>
    private static bool SaysItsDays(QuestionTurn then, Plan plan)
    {
        var shape = PlanShape.Of(plan);
        return plan.Days is not null && DaysIn(then, then.Ask.Text).Any() && ReadKept.Read(then).Readings.Any(reading => PlanShape.Of(reading.Plan) == shape && reading.Plan.Days is not null);
    }

    /// <summary>The plan in exact words, with the days as somebody said them in the conversation: «last week».</summary>
    private static string? Said(QuestionTurn then, Plan plan, IEnumerable<AskedQuestion> conversation)
    {
        if (PlanWords.Of(plan with { From = null, To = null, Days = null }) is not { } words) return null;
        if (plan.Days is null) return words;
        foreach (var asked in conversation)
            foreach (var days in DaysIn(then, asked.Text))
                if (Means(then.Saying($"{words} {days}"), plan)) return $"{words} {days}";
        return null;
    }

    private static IEnumerable<string> DaysIn(QuestionTurn then, string text)
    {
        var words = WordReader.Read(text);
        return new DateReader().Read(words, then.Context.Dates).OrderByDescending(days => days.Length)
            .Select(days => text[words[days.Start].Start..words[days.Start + days.Length - 1].End]).Distinct();
    }

    private static bool WasChosen(AskedQuestion asked, IReadOnlyList<AskedQuestion> before) =>
        before.Count > 0 && KeptAnswer.AnswerOf(before[0]).Choices.Any(choice => choice.Text == asked.Text);
}
