using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Triage;

/// <summary>Triages the tickets it is owed to, a batch at a time, so that work that is cut short loses one batch at most.</summary>
public sealed class TriageOwed(SupportDbContext db, CurrentTenant tenant, TenantClassifier classifier, TimeProvider clock)
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
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task TriageBatchAsync(CancellationToken ct)
    {
        var tickets = await Owing().OrderBy(t => t.Id).Take(BatchSize).ToListAsync(ct);
        if (tickets.Count == 0) return;

        await new JudgeTickets(db, tenant, classifier, clock).RunAsync(tickets, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    // The filtered index over owed tickets is used only where the query says «not zero» in so many words.
    private IQueryable<Ticket> Owing() => db.Tickets.Where(t => t.Owed != Owed.Nothing && (t.Owed & Owed.Triage) != Owed.Nothing);
}
