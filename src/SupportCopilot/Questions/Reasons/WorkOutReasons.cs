using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Questions.Reasons.Asking;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Reasons;

/// <summary>Works out reasons and quotes: at once where that is quick, else in the background.</summary>
internal sealed class WorkOutReasons(RunPlan run, AnswerWithQuotes quotes, AnswerWithThemes themes, AnswerChange change) : ILongWork
{
    /// <inheritdoc/>
    public string Kind => "reasons";

    /// <inheritdoc/>
    public async Task<Outcome> RunAsync(string id, string work, IProgress<WorkStep> progress, CancellationToken ct)
    {
        var ask = WhyAsk.FromJson(work);
        var told = new WorkProgress(progress, await TicketsAsync(ask, ct));
        return ask.Kind switch
        {
            WhyKind.Quotes => await quotes.RunAsync(id, ask, told, ct),
            WhyKind.Change => await change.RunAsync(id, ask, told, ct),
            _ => await themes.RunAsync(id, ask, told, ct),
        };
    }

    /// <summary>How many tickets are to be read. Whoever waits says how long by the token.</summary>
    public async Task<int> TicketsAsync(WhyAsk ask, CancellationToken ct)
    {
        var plan = ask.Plan with { Compare = null, Before = null };
        var now = await run.CountAsync(plan, Patience.Long, ct);
        if (ask.Kind is WhyKind.Quotes || ask.Before is not { } before) return now;
        return now + await run.CountAsync(plan with { From = before.From, To = before.To, Days = before.Days }, Patience.Long, ct);
    }
}
