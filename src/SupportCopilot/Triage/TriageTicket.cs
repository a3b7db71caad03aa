using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Triage;

/// <summary>Works out what one ticket is about, now, whether or not that is owed to it.</summary>
public sealed class TriageTicket(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, TenantClassifier classifier, ShowTriage show, TimeProvider clock)
{
    /// <returns>What is known of it now; null when the ticket is not there or not in the caller's sight.</returns>
    /// <exception cref="DbUpdateConcurrencyException">The ticket changed meanwhile; its triage is still owed.</exception>
    public async Task<TicketTriage?> RunAsync(long ticketId, CancellationToken ct)
    {
        var ticket = await db.Tickets.VisibleTo(caller.Visibility).SingleOrDefaultAsync(t => t.Id == ticketId, ct);
        if (ticket is null) return null;

        await new JudgeTickets(db, tenant, classifier, clock).RunAsync([ticket], ct);
        await db.SaveChangesAsync(ct);
        return await show.OfAsync(ticket, ct);
    }
}
