using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>
/// Looks at the desk for writes that were begun and whose end nobody knows: their process died, or their answer was lost.
/// <para>
/// Why there is never a second note: each write says which state of the ticket it was made for (<c>updated_stamp</c>,
/// <c>safe_update</c>), and the first that arrives moves the ticket on, so that the other is refused with 409. A repeat reads
/// the ticket first, looks for the trace of what went before it then, and writes last: what arrives before the look is found
/// by it, and what arrives after it makes the repeat fail. Why none is missing: only the trace, or the desk's own answer,
/// closes a write as done.
/// </para>
/// </summary>
internal sealed class LookForWrites(ITicketDesk desk, OwedRows rows, CloseWrites ledger)
{
    private const int AtOnce = 8;   // each look is a request or two

    public async Task RunAsync(IReadOnlyList<long> ids, CancellationToken ct)
    {
        var inDoubt = (await rows.ReadAsync(ids, ct)).FindAll(row => row.IsInDoubt);
        foreach (var few in inDoubt.Chunk(AtOnce))
        {
            var looked = await Task.WhenAll(few.Select(async row => (row.Ticket.Id, row.Writing!.Marker, await desk.TraceAsync(row.ToDesk(note: null), ct))));
            await ledger.LookedForAsync(looked, ct);
        }
    }
}
