using SupportCopilot.Models.Budgets;
using SupportCopilot.Models.Evaluations;
using SupportCopilot.Models.Ledger;

namespace SupportCopilot.Models.Asking;

/// <summary>Opens the account of a question.</summary>
/// <param name="budgets">What may be spent.</param>
/// <param name="ledger">Where it is written down.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="meter">Counts beside it, where the questions are an evaluation's: their tickets are not the tenant's, and are not named in its ledger.</param>
internal sealed class OpenAccount(KeepBudgets budgets, WriteLedger ledger, TimeProvider clock, ModelMeter? meter = null)
{
    public ModelAccount Run(ModelQuestion question, long? person, BudgetLimits limits) => new(meter is null ? question : question with { TicketId = null }, person, limits, budgets, ledger, meter, clock);
}

/// <summary>What one question may cost and what it did: an estimate is set aside before each call, and each server's part is written down when it has ended.</summary>
internal sealed class ModelAccount(ModelQuestion question, long? person, BudgetLimits limits, KeepBudgets budgets, WriteLedger ledger, ModelMeter? meter, TimeProvider clock)
{
    private long _reserved;
    private long _spent;

    /// <summary>Sets the estimate of one more call aside.</summary>
    /// <param name="cost">What so many tokens asked and answered cost.</param>
    /// <param name="letters">How much is asked.</param>
    /// <param name="used">What the talk has cost so far.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it may be made, and if not, how long until it may.</returns>
    public async Task<(bool MayCall, TimeSpan? RetryAfter)> TakeAsync(Func<long, long, long> cost, long letters, long used, CancellationToken ct)
    {
        var estimate = cost(ModelTokens.Of(letters), question.MostAnswerTokens ?? ModelTokens.UsualAnswer);
        if (_spent + used + estimate > limits.Request) return (false, null);
        if (await budgets.ReserveAsync(question.TenantId, person, estimate, limits, ct) is { } wait) return (false, wait);
        _reserved += estimate;
        return (true, null);
    }

    /// <summary>Writes down what a server was asked; what was set aside for it is free again.</summary>
    /// <param name="model">Which model answered.</param>
    /// <param name="use">What was used.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="isTrial">Whether it was on trial.</param>
    public async Task CloseAsync(string model, ModelUse use, ModelOutcome outcome, bool isTrial)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var reserved = _reserved;
        _reserved = 0;
        _spent += use.CostMicros;
        meter?.Add(use, outcome is ModelOutcome.Answered);
        try
        {
            // Counted before it can be read from the ledger, so that no reading of it misses a call.
            await budgets.SettleAsync(question.TenantId, person, reserved, use.CostMicros, limits);
        }
        finally
        {
            ledger.Note(question.TenantId, new ModelCall
            {
                At = now,
                Day = ModelDays.Of(now),
                PersonId = person,
                Task = question.Prompt.Task,
                Prompt = question.Prompt.Name,
                Server = use.Server,
                Model = model,
                InputTokens = use.InputTokens,
                OutputTokens = use.OutputTokens,
                CostMicros = use.CostMicros,
                Milliseconds = (int)Math.Min(use.Time.TotalMilliseconds, int.MaxValue),
                Outcome = outcome,
                Repairs = Math.Max(0, use.Answers - 1),
                TicketId = question.TicketId,
                Items = question.Items,
                IsTrial = isTrial,
            });
        }
    }

    /// <summary>Gives back what was set aside for a call that was never made.</summary>
    public async Task ReleaseAsync()
    {
        var reserved = _reserved;
        _reserved = 0;
        await budgets.SettleAsync(question.TenantId, person, reserved, 0, limits);
    }
}
