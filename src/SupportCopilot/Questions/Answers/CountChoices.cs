using System.Diagnostics;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Answers;

/// <summary>Counts the tickets of choices, of a large desk all of them together within half a second: where words or custom fields are looked for in millions of tickets the rest is offered without a count.</summary>
internal sealed class CountChoices(RunPlan run)
{
    private static readonly TimeSpan All = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <returns>Null where the time is over.</returns>
    public Task<int?> OfAsync(Plan plan, CancellationToken ct) => run.CountAsync(plan, All - _clock.Elapsed, ct);
}
