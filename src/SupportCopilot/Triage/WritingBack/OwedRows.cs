using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>Finds the tickets whose desk is to be told, and changes their rows, the writing's and the ledger's together.</summary>
internal sealed class OwedRows(SupportDbContext db, TimeProvider clock)
{
    // The sync or an agent's press may change a ticket between our look and our write; so often in a row it is no accident.
    private const int Tries = 5;

    /// <summary>Who is told next: the most urgent first, then the oldest. Those that wait for a time are left out until then.</summary>
    public Task<List<long>> NextAsync(int most, CancellationToken ct) => Due()
        .OrderByDescending(t => t.Effective.Priority == "urgent" || t.Effective.Urgency == "urgent" ? 2 : t.Effective.Priority == "high" || t.Effective.Urgency == "high" ? 1 : 0)
        .ThenBy(t => t.CreatedAt).ThenBy(t => t.Id)
        .Select(t => t.Id).Take(most).ToListAsync(ct);

    /// <summary>How many could be told now.</summary>
    public Task<int> CountAsync(CancellationToken ct) => Due().CountAsync(ct);

    /// <summary>Reads tickets with what was written to them, fresh, in the order asked for.</summary>
    public async Task<List<OwedRow>> ReadAsync(IReadOnlyList<long> ids, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var tickets = await db.Tickets.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var writings = await db.DeskWritings.Include(w => w.Effect).Where(w => ids.Contains(w.TicketId)).ToDictionaryAsync(w => w.TicketId, ct);
        return [.. ids.Where(tickets.ContainsKey).Select(id => new OwedRow(tickets[id], writings.GetValueOrDefault(id)))];
    }

    /// <summary>Changes rows as they stand now and saves them together; where somebody was faster they are read and changed anew.</summary>
    /// <param name="ids">The tickets.</param>
    /// <param name="change">Changes a row, or leaves it; may be called more than once for one ticket, each time on what stands then.</param>
    /// <param name="ct">Cancels before the save.</param>
    /// <returns>The rows as saved.</returns>
    public async Task<List<OwedRow>> ChangeAsync(IReadOnlyList<long> ids, Action<OwedRow> change, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var rows = await ReadAsync(ids, ct);
            foreach (var row in rows)
            {
                change(row);
                if (row.Writing is { } writing && db.Entry(writing).State is EntityState.Detached) db.Add(writing);
            }

            try
            {
                await db.SaveChangesAsync(ct);
                return rows;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Nothing is left to tell: the debt is cleared, unless the ticket has changed since it was looked at.</summary>
    public static void Settle(OwedRow row, int versionSeen)
    {
        if (row.Ticket.Version != versionSeen || !row.Ticket.Owed.HasFlag(Owed.WriteBack)) return;
        row.Ticket.Owed &= ~Owed.WriteBack;
        row.Ticket.Version++;
    }

    // The filtered index over owed tickets is used only where the query says «not zero» in so many words.
    private IQueryable<Ticket> Due()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Tickets.Where(t => t.Owed != Owed.Nothing && (t.Owed & Owed.WriteBack) != Owed.Nothing
            && !db.DeskWritings.Any(w => w.TicketId == t.Id && w.TryAfter > now));
    }
}
