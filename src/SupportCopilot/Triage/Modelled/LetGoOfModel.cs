using Microsoft.EntityFrameworkCore;
using SupportCopilot.Models;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Lets go of verdicts that wait for a model in vain: of tickets that were solved meanwhile, and of all when no model is set
/// any more. The embedded verdict is then the last word, and the desk is told.
/// </summary>
public sealed class LetGoOfModel(SupportDbContext db, AcceptVerdict accept, AskModel models)
{
    private const int BatchSize = 1000;

    /// <summary>Lets go of all that there are.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (await BatchAsync(ct) == BatchSize)
        {
        }
    }

    private async Task<int> BatchAsync(CancellationToken ct)
    {
        var waiting = from verdict in db.Verdicts
                      join ticket in db.Tickets on verdict.TicketId equals ticket.Id
                      where verdict.ModelDueAt != null
                      select new { verdict, ticket };
        if (await models.ForAsync(TriageQuestion.Task, ct) is not null)
        {
            waiting = waiting.Where(row => row.ticket.Status != TicketStatus.New && row.ticket.Status != TicketStatus.Open
                && row.ticket.Status != TicketStatus.Pending && row.ticket.Status != TicketStatus.Hold);
        }

        var rows = await waiting.OrderBy(row => row.verdict.TicketId).Take(BatchSize).ToListAsync(ct);
        foreach (var row in rows) accept.LetGo(row.ticket, row.verdict);
        await db.SaveUncontestedAsync(ct);   // whoever changed a ticket in between is seen at the next look
        return rows.Count;
    }
}
