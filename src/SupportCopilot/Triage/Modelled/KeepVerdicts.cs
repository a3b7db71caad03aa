using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Runs;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Keeps what came of tickets, a few at a time: verdict, what the ticket owes, its outcome in a run and the run's sums stand
/// together or not at all. An answer to words that have changed meanwhile is dropped: the ticket is judged anew.
/// </summary>
public sealed class KeepVerdicts(SupportDbContext db, AcceptVerdict accept, TimeProvider clock)
{
    // A writer that changes one of the tickets in between makes it read them anew; so often in a row it is no accident.
    private const int Tries = 5;

    /// <summary>Keeps them under a lease: a process that was paused past its time, and then goes on, writes nothing.</summary>
    /// <exception cref="LeaseLostException">Somebody else has taken over; nothing was written.</exception>
    internal async Task RunAsync(IReadOnlyList<TriageDone> done, LeaseHold lease, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TryAsync(done, ct);
                await lease.SaveAsync(db, ct);
                db.ChangeTracker.Clear();
                return;
            }
            catch (DbUpdateException) when (attempt < Tries)   // somebody changed one, or judged it for the first time, between our look and our write
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task TryAsync(IReadOnlyList<TriageDone> done, CancellationToken ct)
    {
        var ids = done.Select(one => one.Job.TicketId).ToList();
        var tickets = await db.Tickets.Where(t => ids.Contains(t.Id) && t.Status != TicketStatus.Deleted).ToDictionaryAsync(t => t.Id, ct);
        var verdicts = await db.Verdicts.Where(v => ids.Contains(v.TicketId)).ToDictionaryAsync(v => v.TicketId, ct);
        var reviewed = (await db.ReviewItems.Where(i => ids.Contains(i.TicketId)).Select(i => i.TicketId).ToListAsync(ct)).ToHashSet();
        // Judged by what the rows say now, before anything of ours is written onto them.
        var fresh = done.Where(one => !tickets.TryGetValue(one.Job.TicketId, out var ticket) || !IsStale(one.Job, ticket, verdicts.GetValueOrDefault(ticket.Id))).ToList();

        foreach (var one in fresh.Where(one => one.Job.Place is null or { IsDryRun: false }))
        {
            if (one.Failure is null && tickets.TryGetValue(one.Job.TicketId, out var ticket)) Accept(one, ticket, verdicts.GetValueOrDefault(ticket.Id), mayDraw: !reviewed.Contains(ticket.Id));
            else if (one.Job.Place is null && verdicts.GetValueOrDefault(one.Job.TicketId) is { ModelDueAt: not null } broken) PutOff(broken);
        }

        // In a dry run nothing is written that could be stale.
        foreach (var run in done.Where(one => one.Job.Place is { IsDryRun: true }).Concat(fresh.Where(one => one.Job.Place is { IsDryRun: false })).GroupBy(one => one.Job.Place!.RunId))
            await NoteAsync(run.Key, [.. run], tickets, ct);
    }

    private void Accept(TriageDone one, Ticket ticket, TriageVerdict? verdict, bool mayDraw)
    {
        var judgement = one.Holding;
        accept.Run(ticket, verdict, judgement, JudgedTicket.Write(judgement), one.Say, mayDraw);
    }

    /// <summary>A ticket that breaks us is not tried again at once, and not for ever.</summary>
    private void PutOff(TriageVerdict verdict)
    {
        verdict.ModelTries++;
        verdict.ModelDueAt = ModelWaits.After(verdict.ModelTries) is { } wait ? clock.GetUtcNow().UtcDateTime + wait : null;
    }

    // Judged anew by somebody else, or said anew by its customer, since we read it.
    private static bool IsStale(TriageJob job, Ticket ticket, TriageVerdict? verdict) =>
        job.Judged is not { } judged
        || judged.VerdictMadeAt != verdict?.MadeAt
        || (ticket.Owed.HasFlag(Owed.Triage) && ticket.Version != judged.Version);

    private async Task NoteAsync(long runId, List<TriageDone> done, Dictionary<long, Ticket> tickets, CancellationToken ct)
    {
        var run = await db.TriageRuns.SingleAsync(r => r.Id == runId, ct);
        var positions = done.ConvertAll(one => one.Job.Place!.Position);
        var items = await db.TriageRunTickets.Where(t => t.RunId == runId && positions.Contains(t.Position)).ToDictionaryAsync(t => t.Position, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var one in done) RunOutcome.Note(one, tickets.ContainsKey(one.Job.TicketId), items[one.Job.Place!.Position], run);
        run.StartedAt ??= now;
        run.Status = run.Done >= run.Tickets ? TriageRunStatus.Completed : TriageRunStatus.Running;
        if (run.Status is TriageRunStatus.Completed) run.FinishedAt = now;
        run.Version++;
    }
}
