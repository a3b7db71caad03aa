using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Requests.Keeping;

/// <summary>Asks a kept question again, within the sight of the scope's caller.</summary>
internal sealed class RunKept(ReadKept read, AnswerReading answer, KeepTurn keep, RunPlan run)
{
    /// <summary>The whole answer, kept like every other so that its list can be opened.</summary>
    /// <param name="question">The question.</param>
    /// <param name="conversation">The conversation that it is answered in.</param>
    /// <param name="asOf">What relative dates are relative to; null for now.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <returns>The answer, or why the question is no longer read as it was.</returns>
    public async Task<(Answer? Answer, string? Problem)> AnswerAsync(KeptQuestion question, string? conversation, DateTime? asOf, CancellationToken ct)
    {
        var kept = await read.RunAsync(question, asOf, ct);
        if (kept.Reading is not { } reading) return (null, kept.Problem);
        var outcome = await answer.RunAsync(reading, kept.All, kept.Turn.Context.Dates.AsOf.ToDateTimeUtc(), ct);
        var turn = kept.Turn with { Ask = kept.Turn.Ask with { Conversation = conversation } };
        await keep.RunAsync(turn, outcome, ct);
        return (outcome.Answer, null);
    }

    /// <summary>What its plan gives now, not yet kept.</summary>
    public async Task<(Outcome? Outcome, string? Problem)> OutcomeAsync(KeptQuestion question, CancellationToken ct)
    {
        var kept = await read.RunAsync(question, null, ct);
        return kept.Reading is { } reading ? (await answer.RunAsync(reading, kept.All, kept.Turn.Context.Dates.AsOf.ToDateTimeUtc(), ct), null) : (null, kept.Problem);
    }

    /// <summary>The single figure alone, for those who only compare it.</summary>
    public async Task<KeptFigure> FigureAsync(KeptQuestion question, CancellationToken ct)
    {
        var kept = await read.RunAsync(question, null, ct);
        if (kept.Reading is not { } reading) return new KeptFigure(null, 0, null, kept.Problem);
        var figures = await run.RunAsync(reading.Plan, ct);
        return new KeptFigure(figures.Rows is [[var cell, ..]] ? Number(cell) : null, figures.Tickets, reading.Plan, null);
    }

    /// <summary>The unit of a plan's figure where it is a single one; else why it cannot be watched.</summary>
    public static (string? Unit, string? Problem) Watchable(Plan plan)
    {
        if (plan.GroupBy.Count > 0 || plan.Grain is not null) return (null, "I can watch one figure, not several: leave out what splits it.");
        if (plan.Compare is not null) return (null, "I can watch a figure, not a comparison: name the figure and its bound.");
        return plan.Measures is [var measure] ? (Catalog.Measure(measure.Name).Unit, null) : (null, "I can watch one figure at a time.");
    }

    private static double? Number(object? cell) => cell is null ? null : Convert.ToDouble(cell, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A kept question's figure.</summary>
/// <param name="Value">In the measure's unit; null where there is nothing to average.</param>
/// <param name="Tickets">How many tickets it is made of.</param>
/// <param name="Plan">The plan with the dates of now; null with a problem.</param>
/// <param name="Problem">Why the question is no longer read as it was.</param>
internal sealed record KeptFigure(double? Value, int Tickets, Plan? Plan, string? Problem);
