using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportCopilot.Models;
using SupportCopilot.Storage;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Works the batches that were asked for, and lets the model that is set have its say on the verdicts that wait for it. Each
/// verdict is saved as it comes: a process that dies loses what was being asked, nothing else.
/// </summary>
public sealed class TriageByModel(
    FindModelWork find, KeepVerdicts keep, LetGoOfModel letGo, AskModel models, IOptions<TriageOptions> options, TimeProvider clock, ILogger<TriageByModel> log)
{
    /// <summary>Works until nothing waits.</summary>
    /// <param name="lease">The tenant's lease, which is renewed with all that is saved.</param>
    /// <param name="runsAlone">Whether to work batches only, and leave the verdicts that wait to others.</param>
    /// <param name="ct">Cancels; what is not saved yet waits on.</param>
    /// <returns>How many tickets were worked.</returns>
    public async Task<int> RunAsync(LeaseHold lease, bool runsAlone, CancellationToken ct)
    {
        if (!runsAlone) await letGo.RunAsync(ct);
        var worked = 0;
        // A ticket always meets the same of two models on trial, which it could not in another's company.
        var together = models.IsOnTrial(TriageQuestion.Task) ? 1 : options.Value.TicketsPerQuestion;
        await new AskAboutTickets(new AskAboutTicket(models, clock, log), options.Value.Workers, together).RunAsync(
            (but, count, token) => find.NextAsync(but, count, runsAlone, token),
            async (done, token) =>
            {
                await models.WriteDownAsync(token);   // whoever sees a verdict sees its cost
                await keep.RunAsync(done, lease, token);
                worked += done.Count;
            }, ct);
        return worked;
    }
}
