using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Answers;

/// <summary>Puts an answer together from a reading and what its plan gave.</summary>
internal static class ComposeAnswer
{
    public static Answer Of(string id, Reading reading, IReadOnlyList<Reading> all, PlanRun run, DateTime now) => new(id, AnswerKind.Answer, new AnswerText(reading, run, now).Make())
    {
        Interpretation = Interpretation.Of(reading.Plan),
        Plan = reading.Plan,
        Columns = run.Columns,
        Rows = run.Rows,
        Listed = run.Listed,
        Total = run.Total,
        Tickets = new AnswerTickets(run.Tickets, run.Sample, $"/api/questions/{id}/tickets"),
        From = run.From,
        Chart = ChartOf.Run(run),
        Suggestions = Suggestions.After(reading, all),
        HowComputed = HowComputed.Of(reading.Plan),
    };
}
