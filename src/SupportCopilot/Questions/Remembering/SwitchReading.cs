using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions.Remembering;

/// <summary>Tells in an answer which words were read as their asker once chose, and offers the other reading, which one tap takes instead.</summary>
internal static class SwitchReading
{
    private const int MostSuggestions = 4;

    public static Outcome In(Outcome outcome, QuestionTurn turn, ReadResult read, IReadOnlyList<RememberedChoice> used)
    {
        if (outcome.Answer is not { Kind: AnswerKind.Answer or AnswerKind.Working, Plan: { } plan } answer) return outcome;
        var notes = used.Select(choice => $"\"{choice.Words}\" read as {choice.Label}, as you chose").ToList();
        var others = used.Count == 0 ? [] : read.Readings.Skip(1).Select(reading => reading.Plan).Where(other => ReadingsApart.InFilter(plan, other) is not null || ReadingsApart.InDays(plan, other)).Take(1).ToList();
        if (OtherWeek.Of(turn.Ask.Text, plan, turn.Values, turn.Context) is var (week, _))
        {
            others.Insert(0, week);
            if (OtherWeek.StartIn(turn.Remembered) is { } start) notes.Add($"{OtherWeek.LabelOf(start)}, as you chose");
        }

        if (notes.Count == 0 && others.Count == 0) return outcome;
        return outcome with
        {
            Answer = answer with
            {
                Interpretation = string.Join(", ", notes.Prepend(answer.Interpretation ?? "")),
                Suggestions = [.. others.Select(PlanWords.Of).OfType<string>().Concat(answer.Suggestions).Distinct().Take(MostSuggestions)],
            },
        };
    }
}
