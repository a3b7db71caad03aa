using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Estimates;

/// <summary>Works the full answer out whose estimate was given.</summary>
internal sealed class WorkOutFigures(AnswerReading answer, SupportDbContext db) : ILongWork
{
    public const string Name = "figures";

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public async Task<Outcome> RunAsync(string id, string work, IProgress<WorkStep> progress, CancellationToken ct)
    {
        var (reading, now) = FigureWork.Read(work);
        var given = KeptAnswer.AnswerOf(await db.Questions.AsNoTracking().SingleAsync(question => question.Id == id, ct));
        var made = await answer.RunAsync(id, reading, [reading], now, Patience.Long with { Told = new Counting(progress) }, ct);

        // How it was read, by what, and what may be asked next were known when the estimate was given.
        return made with { Answer = made.Answer with { Interpretation = given.Interpretation, Suggestions = given.Suggestions, Source = given.Source, CostUsd = given.CostUsd, Unplaced = given.Unplaced } };
    }

    /// <summary>How far the count is.</summary>
    private sealed class Counting(IProgress<WorkStep> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new WorkStep(value, AnswerInTime.Doing));
    }
}
