using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Training;

/// <summary>
/// Notes on tickets that were judged without the newest classifiers that they are to be judged again. The first classifiers
/// of a desk replace what rules guessed, so every ticket is due; later ones change little, so only those still in work are.
/// </summary>
internal sealed class OweTriageAgain(SupportDbContext db)
{
    private const int BatchSize = 2000;

    public async Task RunAsync(bool isFirst, CancellationToken ct)
    {
        var due = db.Tickets.Where(t => t.Status != TicketStatus.Deleted && (t.Owed & Owed.Triage) == Owed.Nothing);
        if (!isFirst) due = due.Where(t => t.Status != TicketStatus.Closed && t.Status != TicketStatus.Solved);
        for (long after = 0; ;)
        {
            var batch = await due.Where(t => t.Id > after).OrderBy(t => t.Id).Take(BatchSize).ToListAsync(ct);
            if (batch.Count == 0) return;
            after = batch[^1].Id;
            foreach (var ticket in batch) ticket.Owed |= Owed.Triage;
            await db.SaveUncontestedAsync(ct);   // whoever changed a ticket in between made it owe again
        }
    }
}
