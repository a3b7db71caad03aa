using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Modelled;

namespace SupportCopilot.Triage.Runs;

/// <summary>
/// Which tickets a run takes that names none, urgent ones first and of these the newest: those that are owed triage; with a
/// model those in work that it has not judged; and where a limit was named that they do not reach, others in work, anew.
/// </summary>
internal sealed class TicketsToTriage(SupportDbContext db, IQueryable<Ticket> visible)
{
    public async Task<IReadOnlyList<long>> RunAsync(int? limit, string? model, CancellationToken ct)
    {
        var most = limit ?? RequestTriageRun.MostTickets;
        var ids = await IdsAsync(visible.Where(t => t.Owed != Owed.Nothing && (t.Owed & Owed.Triage) != Owed.Nothing), most, ct);
        var judged = visible.Where(t => (t.Owed & Owed.Triage) == Owed.Nothing
            && (t.Status == TicketStatus.New || t.Status == TicketStatus.Open || t.Status == TicketStatus.Pending || t.Status == TicketStatus.Hold));
        if (model is not null && ids.Count < most) ids.AddRange(await IdsAsync(judged.Where(t => !db.Verdicts.Any(v => v.TicketId == t.Id && v.Model == model)), most - ids.Count, ct));
        if (limit is null || ids.Count >= most) return ids;

        var anew = model is null ? judged : judged.Where(t => db.Verdicts.Any(v => v.TicketId == t.Id && v.Model == model));
        ids.AddRange(await IdsAsync(anew, most - ids.Count, ct));
        return ids;
    }

    private static Task<List<long>> IdsAsync(IQueryable<Ticket> tickets, int count, CancellationToken ct) =>
        tickets.UrgentFirst().Select(t => t.Id).Take(count).ToListAsync(ct);
}
