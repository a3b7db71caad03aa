using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets;

/// <summary>What came of a change.</summary>
public enum ChangeOutcome
{
    /// <summary>It holds now.</summary>
    Done,

    /// <summary>The ticket is not there, or not in the caller's sight.</summary>
    NotFound,

    /// <summary>No such status, or no such agent.</summary>
    Unknown,

    /// <summary>The ticket belongs to a connected desk: it is changed there.</summary>
    BelongsToDesk,
}

/// <summary>Changes the status or the assignee of a ticket that lives here: one made here, from a file, or from the demo.</summary>
public sealed class ChangeTicket(SupportDbContext db, CurrentCaller caller, AuditLog audit, TimeProvider clock)
{
    /// <summary>Sets the status.</summary>
    public Task<ChangeOutcome> SetStatusAsync(long id, string status, CancellationToken ct) => ChangeAsync(id, "status", ticket =>
    {
        if (!TicketStatus.All.Contains(status)) return Task.FromResult<(string?, string?)?>(null);
        var before = ticket.Status;
        var now = clock.GetUtcNow().UtcDateTime;
        var wasDone = IsDone(before);
        ticket.Status = status;
        if (IsDone(status) && !wasDone)
        {
            ticket.SolvedAt = now;
            ticket.ResolutionMinutes = ticket.CreatedAt is { } created ? (int)Math.Min(int.MaxValue, (now - created).TotalMinutes) : null;
        }
        else if (!IsDone(status) && wasDone)
        {
            ticket.SolvedAt = null;
            ticket.ResolutionMinutes = null;
            ticket.Reopens++;
        }

        return Task.FromResult<(string?, string?)?>((before, status));
    }, ct);

    /// <summary>Sets the assignee by our own number; null takes it from everybody.</summary>
    public Task<ChangeOutcome> AssignAsync(long id, long? agentId, CancellationToken ct) => ChangeAsync(id, "assignee", async ticket =>
    {
        var names = await db.People.Where(p => p.Id == ticket.AssigneeId || (p.Id == agentId && p.IsAgent)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        if (agentId is { } wanted && !names.ContainsKey(wanted)) return null;
        var before = ticket.AssigneeId is { } current ? names.GetValueOrDefault(current) : null;
        ticket.AssigneeId = agentId;
        return (before, agentId is { } agent ? names[agent] : null);
    }, ct);

    private async Task<ChangeOutcome> ChangeAsync(long id, string field, Func<Ticket, Task<(string? From, string? To)?>> change, CancellationToken ct)
    {
        var ticket = await db.Tickets.VisibleTo(caller.Visibility).SingleOrDefaultAsync(t => t.Id == id, ct);
        if (ticket is null) return ChangeOutcome.NotFound;
        if (TicketSource.IsDesk(ticket.Source)) return ChangeOutcome.BelongsToDesk;
        if (await change(ticket) is not { } values) return ChangeOutcome.Unknown;
        if (values.From == values.To) return ChangeOutcome.Done;

        var now = clock.GetUtcNow().UtcDateTime;
        ticket.UpdatedAt = now;
        ticket.Version++;
        ticket.Owed |= Owed.Index;
        db.TicketChanges.Add(new TicketChange { TicketId = id, At = now, Field = field, From = values.From, To = values.To });
        audit.Add($"ticket.{field}", $"ticket/{id}");
        await db.SaveChangesAsync(ct);
        return ChangeOutcome.Done;
    }

    private static bool IsDone(string status) => status is TicketStatus.Solved or TicketStatus.Closed;
}
