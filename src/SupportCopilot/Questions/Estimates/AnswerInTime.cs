using Microsoft.Extensions.Options;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Estimates;

/// <summary>Answers a reading at once, or, where the full answer takes long, by an estimate, and leaves the full one to the background.</summary>
internal sealed class AnswerInTime(AnswerReading answer, EstimatePlan estimate, StartInBackground background, IOptions<EstimateOptions> options)
{
    /// <summary>What is done while the full answer is owed.</summary>
    public const string Doing = "counting exactly";

    // Where there is no estimate to come, what it would have taken goes to the answer: a little under a second in all.
    private const double WithoutEstimate = 1.8;

    public async Task<Outcome> RunAsync(QuestionTurn turn, Reading reading, IReadOnlyList<Reading> all, CancellationToken ct)
    {
        var now = turn.Context.Dates.AsOf.ToDateTimeUtc();
        var id = AnswerQuestion.NewId();
        var seconds = options.Value.EstimateAfterSeconds * (CanBeEstimated.Is(reading.Plan with { Compare = null, Before = null }) ? 1 : WithoutEstimate);
        try
        {
            return await answer.RunAsync(id, reading, all, now, Patience.Usual with { OfLargeDesks = (seconds, turn.IsTrial ? 0 : options.Value.EstimateFromTickets) }, ct);
        }
        catch (TimeoutException) when (turn.IsTrial)
        {
            return new Outcome(Refusals.TooSlow(id, reading), null);   // nobody waits for it, and those who wait for others want the processor
        }
        catch (TimeoutException)
        {
            var soFar = SoFar(id, reading, all, await estimate.RunAsync(reading.Plan, ct));
            return await background.RunAsync(turn.Ask, new WorkOrder(WorkOutFigures.Name, FigureWork.Of(reading, now), Doing), soFar, ct);
        }
    }

    private static Answer SoFar(string id, Reading reading, IReadOnlyList<Reading> all, Estimate? made)
    {
        var answer = new Answer(id, AnswerKind.Working, "This takes longer than a moment; the answer comes here as soon as it is ready.")
        {
            Interpretation = Interpretation.Of(reading.Plan),
            Plan = reading.Plan,
            Suggestions = Suggestions.After(reading, all),
        };
        return made is null ? answer : answer with
        {
            Text = EstimateText.Of(reading, made),
            Columns = made.Columns,
            Rows = made.Rows,
            Estimate = new AnswerEstimate(made.OneIn, made.Tickets, Estimate.Confidence),
        };
    }
}
