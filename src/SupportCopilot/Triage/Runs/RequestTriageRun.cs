using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Modelled;

namespace SupportCopilot.Triage.Runs;

/// <summary>Which tickets to triage, and how.</summary>
/// <param name="Limit">How many at most; null takes all that wait.</param>
/// <param name="TicketId">One ticket, whether or not it waits; null for those that do.</param>
/// <param name="IsDryRun">Whether to tell only what would be.</param>
/// <param name="Model">The model server to ask, or <c>none</c>; null for the one that is set.</param>
public sealed record TriageRunWish(int? Limit = null, long? TicketId = null, bool IsDryRun = false, string? Model = null);

/// <summary>What came of asking for a run.</summary>
public abstract record TriageRunAnswer
{
    /// <summary>It waits for a process that is free.</summary>
    public sealed record Queued(TriageRun Run) : TriageRunAnswer;

    /// <summary>The ticket is not there, or not in the caller's sight.</summary>
    public sealed record NoTicket : TriageRunAnswer;

    /// <summary>The caller may triage single tickets only.</summary>
    public sealed record NotAllowed : TriageRunAnswer;

    /// <summary>It cannot be.</summary>
    /// <param name="Message">Why, and what could be.</param>
    public sealed record Refused(string Message) : TriageRunAnswer;
}

/// <summary>
/// Asks for a run. Its tickets are chosen now, by the sight of whoever asks, and stand in rows: whoever works it, whenever,
/// works these. An agent may have one ticket triaged, an expert or an admin many.
/// </summary>
public sealed class RequestTriageRun(SupportDbContext db, CurrentCaller caller, AskModel models, AuditLog audit, TimeProvider clock)
{
    /// <summary>The most tickets of one run.</summary>
    public const int MostTickets = 10_000;

    /// <summary>What a run is told to ask no model.</summary>
    public const string WithoutModel = "none";

    /// <summary>Asks for it.</summary>
    public async Task<TriageRunAnswer> RunAsync(TriageRunWish wish, CancellationToken ct)
    {
        if (wish.TicketId is null && caller.Value is { } person && !person.Has(Role.Sme)) return new TriageRunAnswer.NotAllowed();
        if (wish.Limit is < 1 or > MostTickets) return new TriageRunAnswer.Refused($"The limit is a number from 1 to {MostTickets:N0}.");
        var (server, unknown) = await ModelOfAsync(wish.Model, ct);
        if (unknown is not null) return new TriageRunAnswer.Refused(unknown);

        var tickets = db.Tickets.AsNoTracking().VisibleTo(caller.Visibility);
        if (wish.TicketId is { } id && !await tickets.AnyAsync(t => t.Id == id, ct)) return new TriageRunAnswer.NoTicket();
        var ids = wish.TicketId is { } one ? [one] : await new TicketsToTriage(db, tickets).RunAsync(wish.Limit, server?.Name, ct);
        return new TriageRunAnswer.Queued(await KeepAsync(wish, server, ids, ct));
    }

    /// <summary>The run of a number, or null.</summary>
    public Task<TriageRun?> FindAsync(long id, CancellationToken ct) => db.TriageRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);

    private async Task<(ModelServer? Server, string? Unknown)> ModelOfAsync(string? name, CancellationToken ct)
    {
        if (name is null) return (await models.ForAsync(TriageQuestion.Task, ct), null);
        if (string.Equals(name, WithoutModel, StringComparison.OrdinalIgnoreCase)) return (null, null);
        return models.Find(name) is { } server ? (server, null)
            : (null, models.Names.Count == 0 ? "No model server is set; leave the model out, or set SupportCopilot:Models." : $"There is no such model server; there are {string.Join(", ", models.Names)}, and {WithoutModel}.");
    }

    private async Task<TriageRun> KeepAsync(TriageRunWish wish, ModelServer? server, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var run = new TriageRun { RequestedBy = caller.Value?.PersonId, RequestedAt = now, IsDryRun = wish.IsDryRun, Model = server?.Name, Tickets = ids.Count };
        if (ids.Count == 0) (run.Status, run.FinishedAt) = (TriageRunStatus.Completed, now);
        await using var whole = await db.Database.BeginTransactionAsync(ct);   // a run is there with all its tickets or not at all
        db.TriageRuns.Add(run);
        if (caller.Value is not null) audit.Add("triage.run", "triage", $"{ids.Count} tickets");
        await db.SaveChangesAsync(ct);
        db.TriageRunTickets.AddRange(ids.Select((id, position) => new TriageRunTicket { RunId = run.Id, Position = position, TicketId = id }));
        await db.SaveChangesAsync(ct);
        await whole.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return run;
    }
}
