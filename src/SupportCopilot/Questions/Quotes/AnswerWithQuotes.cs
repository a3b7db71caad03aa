using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Reasons;
using SupportCopilot.Questions.Reasons.Asking;

namespace SupportCopilot.Questions.Quotes;

/// <summary>Answers what customers say: how many tickets speak of it, and the words of some.</summary>
internal sealed class AnswerWithQuotes(GatherTickets gather, PickQuotes quotes)
{
    private const int Most = 6;
    private const int MostAsked = 20;   // more than that is a list to be read

    public async Task<Outcome> RunAsync(string id, WhyAsk ask, WorkProgress progress, CancellationToken ct)
    {
        var found = await gather.RunAsync(ask.Plan, ask.Topics, progress.Read, ct);
        progress.Say(0.9, "choosing quotes");
        var chosen = await quotes.RunAsync(found, [.. ask.Topics, .. ask.Hints], Math.Clamp(ask.Count ?? Most, 1, MostAsked), ct);
        var answer = new Answer(id, AnswerKind.Answer, Text(ask, found.Count, chosen.Count))
        {
            Interpretation = WhyAnswers.Interpretation(ask),
            Plan = ask.Shown,
            Columns = [new AnswerColumn(ask.Plan.Measures[0].Name, "measure", "tickets")],
            Rows = [[(long)found.Count]],
            Total = found.Count,
            Tickets = WhyAnswers.Tickets(id, found),
            Quotes = chosen,
            Suggestions = found.Count > 0 ? ["why?"] : [],
        };
        return new Outcome(answer, WhyAnswers.Run(ask, answer, found));
    }

    private static string Text(WhyAsk ask, int count, int quoted)
    {
        var counted = WhyAnswers.Counted(ask, count) + ".";
        if (count == 0) return ask.Topics.Count == 0 ? counted : $"{counted} I looked for {(ask.Topics.All(topic => topic.Stems.All(one => one.Count == 1)) ? "that word" : "these words together")} in subjects and in what customers wrote; fewer or other words may find more.";
        if (quoted == 0) return $"{counted} None of {(count == 1 ? "it" : "them")} holds a sentence of its customer that could be quoted.";
        var small = count < 5 ? " That is few." : "";
        return $"{counted}{small} {(quoted == 1 ? "One of them" : FigureWords.Number(quoted) + " of them")} in the customers' own words:";
    }
}
