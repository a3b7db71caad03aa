using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Runs;

/// <summary>Shows runs and their tickets: to experts and admins all, to an agent their own; of the tickets those in sight.</summary>
public sealed class ShowTriageRuns(SupportDbContext db, CurrentCaller caller)
{
    /// <summary>Runs, newest first, without their tickets.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">The number of the last run of the page before; null for the first page.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(IReadOnlyList<TriageRunView> Rows, string? Next)> ListAsync(int limit, long? after, CancellationToken ct)
    {
        var runs = await Visible().Where(r => after == null || r.Id < after).OrderByDescending(r => r.Id).Take(limit + 1).ToListAsync(ct);
        var page = runs.Take(limit).ToList();
        var ids = page.ConvertAll(run => run.Id);
        var outcomes = (await db.TriageRunTickets.Where(t => ids.Contains(t.RunId)).GroupBy(t => new { t.RunId, t.Outcome })
            .Select(group => new { group.Key.RunId, group.Key.Outcome, Count = group.Count() }).ToListAsync(ct)).ToLookup(row => row.RunId);
        return ([.. page.Select(run => TriageRunView.Of(run, outcomes[run.Id].ToDictionary(row => row.Outcome, row => row.Count)))],
            runs.Count > limit ? page[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    /// <summary>One run with a page of its tickets, in the order in which they are taken.</summary>
    /// <param name="id">The run.</param>
    /// <param name="limit">How many tickets at most.</param>
    /// <param name="after">The position of the last ticket of the page before; null for the first page.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when it is not there, or not the caller's to see.</returns>
    public async Task<TriageRunDetail?> OneAsync(long id, int limit, int? after, CancellationToken ct)
    {
        if (await Visible().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } run) return null;

        var outcomes = await db.TriageRunTickets.Where(t => t.RunId == id).GroupBy(t => t.Outcome).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        var inSight = db.TriageRunTickets.AsNoTracking().Where(t => t.RunId == id && (after == null || t.Position > after));
        if (!caller.Visibility.IsEverything)
        {
            var tickets = db.Tickets.VisibleTo(caller.Visibility);
            inSight = inSight.Where(t => tickets.Any(ticket => ticket.Id == t.TicketId));
        }

        var items = await inSight.OrderBy(t => t.Position).Take(limit + 1).ToListAsync(ct);
        var next = items.Count > limit ? items[limit - 1].Position.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return new TriageRunDetail(TriageRunView.Of(run, outcomes), [.. items.Take(limit).Select(TriageRunTicketView.Of)], next);
    }

    private IQueryable<TriageRun> Visible()
    {
        var runs = db.TriageRuns.AsNoTracking();
        return caller.Value is { } person && !person.Has(Role.Sme) ? runs.Where(r => r.RequestedBy == person.PersonId) : runs;
    }
}
