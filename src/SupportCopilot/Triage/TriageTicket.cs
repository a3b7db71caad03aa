using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Modelled;
using SupportCopilot.Triage.WritingBack;

namespace SupportCopilot.Triage;

/// <summary>Works out what one ticket is about, now and by the embedded way, whether or not that is owed to it; a model has its say after that.</summary>
public sealed class TriageTicket(SupportDbContext db, CurrentCaller caller, JudgeTickets judge, AcceptVerdict accept, AskModel models, ShowTriage show, TimeProvider clock)
{
    /// <returns>What is known of it now; null when the ticket is not there or not in the caller's sight.</returns>
    /// <exception cref="DbUpdateConcurrencyException">The ticket changed meanwhile; its triage is still owed.</exception>
    public async Task<TicketTriage?> RunAsync(long ticketId, CancellationToken ct)
    {
        var ticket = await db.Tickets.VisibleTo(caller.Visibility).SingleOrDefaultAsync(t => t.Id == ticketId, ct);
        if (ticket is null) return null;

        await new TakeDeskCorrections(db, clock).RunAsync([ticket], ct);
        var server = WorthAModel.Is(ticket) ? await models.ForAsync(TriageQuestion.Task, ct) : null;
        var judged = (await judge.RunAsync([ticket], _ => server, ct))[0];
        accept.Run(ticket, judged.Verdict, judged.Standing, judged.Detail, WorthAModel.Say(judged));
        await db.SaveChangesAsync(ct);
        return await show.OfAsync(ticket, ct);
    }
}
