using Microsoft.EntityFrameworkCore;
using SupportCopilot.Models;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Modelled;
using SupportCopilot.Triage.WritingBack;

namespace SupportCopilot.Triage;

/// <summary>
/// Triages the tickets it is owed to by the embedded way, a batch at a time, so that work that is cut short loses one batch
/// at most. Where a model is set, it is noted that it is still to be asked.
/// </summary>
public sealed class TriageOwed(SupportDbContext db, JudgeTickets judge, AcceptVerdict accept, AskModel models, TimeProvider clock)
{
    /// <summary>Tickets in one transaction: enough to keep all cores busy, few enough that a writer beside it waits a fraction of a second.</summary>
    public const int BatchSize = 1000;

    // A writer that changes one of the batch's tickets in between makes it read and judge anew; so often in a row it is no accident.
    private const int Tries = 5;

    /// <summary>Triages one batch, lowest number first, in one transaction.</summary>
    /// <returns>How many tickets are still owed triage.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Tickets of the batch kept changing; all of it is still owed.</exception>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TriageBatchAsync(ct);
                return await Owing().CountAsync(ct);
            }
            catch (DbUpdateException) when (attempt < Tries)   // somebody changed one, or judged it for the first time, between our look and our write
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task TriageBatchAsync(CancellationToken ct)
    {
        var tickets = await Owing().OrderBy(t => t.Id).Take(BatchSize).ToListAsync(ct);
        if (tickets.Count == 0) return;

        await new TakeDeskCorrections(db, clock).RunAsync(tickets, ct);
        var server = await models.ForAsync(TriageQuestion.Task, ct);
        foreach (var judged in await judge.RunAsync(tickets, ticket => WorthAModel.Is(ticket) ? server : null, ct))
            accept.Run(judged.Ticket, judged.Verdict, judged.Standing, judged.Detail, WorthAModel.Say(judged));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    // The filtered index over owed tickets is used only where the query says «not zero» in so many words.
    private IQueryable<Ticket> Owing() => db.Tickets.Where(t => t.Owed != Owed.Nothing && (t.Owed & Owed.Triage) != Owed.Nothing);
}
