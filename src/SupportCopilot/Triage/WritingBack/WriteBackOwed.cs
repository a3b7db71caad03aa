using SupportCopilot.Access;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>Tells the desk what triage made of its tickets, the most urgent first, each change once.</summary>
public sealed class WriteBackOwed
{
    private const int MostAtOnce = 5 * DeskWrite.MostAtOnce;   // five jobs of the desk, which queues thirty at most and does others' work too

    private readonly ITicketDesk _desk;
    private readonly CurrentTenant _tenant;
    private readonly OwedRows _rows;
    private readonly LookForWrites _look;
    private readonly PlanWrites _plan;
    private readonly SendWrites _send;

    internal WriteBackOwed(ITicketDesk desk, CurrentTenant tenant, OwedRows rows, LookForWrites look, PlanWrites plan, SendWrites send) =>
        (_desk, _tenant, _rows, _look, _plan, _send) = (desk, tenant, rows, look, plan, send);

    /// <summary>Writes one round of tickets back, under whatever lease the caller holds for the tenant in scope.</summary>
    /// <param name="ct">Cancels; what was under way then is looked for at the next round.</param>
    /// <returns>How many could be written now; those that wait for a time are not among them.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var ids = await _rows.NextAsync(MostAtOnce, ct);
        if (ids.Count == 0) return 0;

        var mode = await _desk.ModeAsync(_tenant.Id, ct);
        if (mode is WriteBackMode.Off)
        {
            await _rows.ChangeAsync(ids, row => OwedRows.Settle(row, row.Ticket.Version), ct);
            return await _rows.CountAsync(ct);
        }

        await _look.RunAsync(ids, ct);
        await _send.RunAsync(await _plan.RunAsync(mode, ids, ct), ct);
        return await _rows.CountAsync(ct);
    }
}
