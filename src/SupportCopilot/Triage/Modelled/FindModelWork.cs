using Microsoft.EntityFrameworkCore;
using SupportCopilot.Models;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Runs;
using SupportCopilot.Triage.WritingBack;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Finds the next tickets to judge: those of batches that were asked for, in the order of the batch, then those whose
/// verdict waits for the model, urgent ones first and of these the newest.
/// </summary>
public sealed class FindModelWork(SupportDbContext db, JudgeTickets judge, AskModel models, TimeProvider clock)
{
    // A run without a model waits for nobody: what it takes at once is saved at once.
    private const int AtOnceWithoutModel = 200;

    /// <summary>The next tickets.</summary>
    /// <param name="but">Tickets that are being worked on.</param>
    /// <param name="count">How many are wanted.</param>
    /// <param name="runsAlone">Whether only batches are worked, and no waiting verdicts.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<IReadOnlyList<TriageJob>> NextAsync(IReadOnlyCollection<long> but, int count, bool runsAlone, CancellationToken ct)
    {
        var jobs = new List<TriageJob>();
        foreach (var run in await db.TriageRuns.AsNoTracking().Where(r => r.Status != TriageRunStatus.Completed).OrderBy(r => r.Id).ToListAsync(ct))
        {
            if (jobs.Count >= count) break;
            jobs.AddRange(await OfRunAsync(run, [.. but, .. jobs.Select(job => job.TicketId)], run.Model is null ? AtOnceWithoutModel : count - jobs.Count, ct));
        }

        if (jobs.Count < count && !runsAlone && await models.ForAsync(TriageQuestion.Task, ct) is { } server)
            jobs.AddRange(await WaitingAsync(server, [.. but, .. jobs.Select(job => job.TicketId)], count - jobs.Count, ct));
        jobs = await NamedAsync(jobs, ct);
        db.ChangeTracker.Clear();   // what is kept is read anew when it is written
        return jobs;
    }

    /// <summary>The same with the names of those who wrote and those who work on them.</summary>
    private async Task<List<TriageJob>> NamedAsync(List<TriageJob> jobs, CancellationToken ct)
    {
        var tickets = jobs.Where(job => job.Judged?.Question is not null).Select(job => job.TicketId).ToList();
        if (tickets.Count == 0) return jobs;
        var authors = (await db.Comments.AsNoTracking().Where(c => tickets.Contains(c.TicketId) && c.IsPublic && c.AuthorId != null).Select(c => new { c.TicketId, Author = c.AuthorId!.Value }).Distinct().ToListAsync(ct))
            .ToLookup(by => by.TicketId, by => by.Author);
        var ids = jobs.SelectMany(job => PeopleOf(job, authors)).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return jobs.ConvertAll(job => job with { Names = [.. PeopleOf(job, authors).Select(id => names.GetValueOrDefault(id)).OfType<string>().Where(name => name.Length > 0).Distinct()] });
    }

    private static IEnumerable<long> PeopleOf(TriageJob job, ILookup<long, long> authors) =>
        job.Judged is { Question: not null, Ticket: var ticket } ? new[] { ticket.RequesterId, ticket.AssigneeId }.OfType<long>().Concat(authors[job.TicketId]) : [];

    private async Task<List<TriageJob>> OfRunAsync(TriageRun run, List<long> but, int count, CancellationToken ct)
    {
        var items = await db.TriageRunTickets.AsNoTracking()
            .Where(t => t.RunId == run.Id && t.Outcome == TriageRunOutcome.Pending && !but.Contains(t.TicketId))
            .OrderBy(t => t.Position).Take(count).ToListAsync(ct);
        if (items.Count == 0) return [];

        var ids = items.ConvertAll(item => item.TicketId);
        if (!run.IsDryRun) await TakeCorrectionsAsync(ids, ct);
        var tickets = await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id) && t.Status != TicketStatus.Deleted).ToListAsync(ct);
        var server = run.Model is { } name ? models.Find(name) : null;
        var judged = (await judge.RunAsync(tickets, _ => server, ct)).ToDictionary(one => one.Ticket.Id);
        return items.ConvertAll(item => new TriageJob(item.TicketId, judged.GetValueOrDefault(item.TicketId))
        {
            Place = new RunPlace(run.Id, item.Position, run.IsDryRun),
            HasLostItsModel = run.Model is not null && server is null,
        });
    }

    /// <summary>What an agent set right at the desk holds before anything is judged; where it was judged already, that was done.</summary>
    private async Task TakeCorrectionsAsync(List<long> ids, CancellationToken ct)
    {
        var owing = await db.Tickets.Where(t => ids.Contains(t.Id) && (t.Owed & Owed.Triage) != Owed.Nothing).ToListAsync(ct);
        await new TakeDeskCorrections(db, clock).RunAsync(owing, ct);
        await db.SaveUncontestedAsync(ct);   // whoever changed a ticket in between made it owe triage again
    }

    private async Task<List<TriageJob>> WaitingAsync(ModelServer server, List<long> but, int count, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = from verdict in db.Verdicts
                  join ticket in db.Tickets on verdict.TicketId equals ticket.Id
                  where verdict.ModelDueAt != null && verdict.ModelDueAt <= now && !but.Contains(ticket.Id)
                      && (ticket.Status == TicketStatus.New || ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.Pending || ticket.Status == TicketStatus.Hold)
                      && (ticket.Owed & Owed.Triage) == Owed.Nothing   // its words are new: the embedded way comes first
                  select ticket;
        var tickets = await due.AsNoTracking().UrgentFirst().Take(count).ToListAsync(ct);
        return [.. (await judge.RunAsync(tickets, _ => server, ct)).Select(judged => new TriageJob(judged.Ticket.Id, judged))];
    }
}
