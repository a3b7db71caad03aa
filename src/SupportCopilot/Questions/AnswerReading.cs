using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.FollowUps;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions;

/// <summary>Runs the plan of a reading and puts the answer together, or says why it cannot be had.</summary>
internal sealed class AnswerReading(RunPlan run, MentionBefore before)
{
    /// <param name="reading">The reading chosen.</param>
    /// <param name="all">All readings that there were, for what may be asked next.</param>
    /// <param name="now">The moment that the question is asked for (UTC).</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<Outcome> RunAsync(Reading reading, IReadOnlyList<Reading> all, DateTime now, CancellationToken ct)
    {
        var id = AnswerQuestion.NewId();
        try
        {
            return await RunAsync(id, reading, all, now, Patience.Usual, ct);
        }
        catch (TimeoutException)
        {
            return new Outcome(Refusals.TooSlow(id, reading), null);
        }
    }

    /// <summary>The same for a question that has its id.</summary>
    /// <exception cref="TimeoutException">It took longer than the patience lasts.</exception>
    public async Task<Outcome> RunAsync(string id, Reading reading, IReadOnlyList<Reading> all, DateTime now, Patience patience, CancellationToken ct)
    {
        try
        {
            var figures = await run.RunAsync(reading.Plan, patience, ct);
            var answer = ComposeAnswer.Of(id, reading, all, figures, now);
            answer = answer with { Text = $"{answer.Text} {await before.RunAsync(reading, figures, now, patience, ct)}".TrimEnd() };
            return new Outcome(reading.Follows is { } followed ? answer with { Text = $"{answer.Text} {PlanChanges.Of(followed, reading.Plan)}" } : answer, figures);
        }
        catch (ArgumentException impossible)
        {
            return new Outcome(Refusals.Impossible(id, reading, impossible), null);
        }
    }
}
