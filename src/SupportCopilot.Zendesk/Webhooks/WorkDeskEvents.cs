using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Syncing;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>
/// Works off what webhooks told of a tenant's tickets: each ticket is brought to its newest state once, however many events
/// spoke of it and in whatever order. What fails is tried again after growing waits, and stays in sight until it succeeds.
/// </summary>
public sealed class WorkDeskEvents
{
    private const int TicketsAtOnce = 32;
    private const int UnderWay = 4;          // the desk's limits set the pace; this hides how long each answer takes, and keeps few writers beside the webhooks
    private const int EventsOfATicket = 200; // a ticket with more is read again for the rest

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);   // longer than one round may wait for the desk's limits
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30); // then the next tenant has its turn
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5), LongestWait = TimeSpan.FromHours(1);

    // What the synchronisation has read past, thread and all, need not be fetched: an agent's change of a thousand tickets at
    // once costs it ten requests. The margin is for two clocks that differ.
    private const string Tickets = TicketStream.StreamName, Threads = "zendesk/events";
    private const int NotedAtOnce = 200;
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SupportDbContext _db;
    private readonly Leases _leases;
    private readonly BringInTicket _bringIn;
    private readonly TimeProvider _clock;

    private WorkDeskEvents(SupportDbContext db, Leases leases, BringInTicket bringIn, TimeProvider clock) => (_db, _leases, _bringIn, _clock) = (db, leases, bringIn, clock);

    // Made by hand: what it works with is the edge's own, and a public constructor would show it.
    internal static WorkDeskEvents Of(IServiceProvider services) => new(
        services.GetRequiredService<SupportDbContext>(), services.GetRequiredService<Leases>(), services.GetRequiredService<BringInTicket>(), services.GetRequiredService<TimeProvider>());

    /// <summary>Works until nothing is due, its turn is over, or somebody else is at it.</summary>
    /// <param name="tenantId">The tenant, which is the scope's.</param>
    /// <param name="ct">Cancels; what is not worked off yet stays so.</param>
    public async Task RunAsync(int tenantId, CancellationToken ct)
    {
        if (!await _db.DeskEvents.AnyAsync(e => e.WorkedAt == null, ct)) return;   // the usual tick costs one look
        await using var lease = await _leases.TryTakeAsync($"desk-events/{tenantId}", LeaseTime, ct);
        if (lease is null) return;

        await PassOverWhatTheSyncReadAsync(lease, ct);
        for (var until = _clock.GetUtcNow() + LongestTurn; _clock.GetUtcNow() < until;)
        {
            var due = await DueAsync(ct);
            if (due.Count == 0) return;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = UnderWay, CancellationToken = ct }, async (ticket, token) => ticket.Trouble = await _bringIn.RunAsync(tenantId, ticket, token));
            await NoteAsync(due, lease, ct);
            if (due.All(ticket => ticket.Trouble is not null)) return;   // the desk is out of order: the others need not find that out too
        }
    }

    private async Task PassOverWhatTheSyncReadAsync(LeaseHold lease, CancellationToken ct)
    {
        var places = await _db.SyncCursors.Where(c => c.Stream == Tickets || c.Stream == Threads).Select(c => c.ReadTo).ToListAsync(ct);
        if (places.Count < 2 || places.Min() is not { } readTo || places.Contains(null)) return;
        var before = readTo - Margin;
        while (true)
        {
            var read = await _db.DeskEvents.Where(e => e.WorkedAt == null && e.Source == TicketSource.Zendesk && e.ReceivedAt < before).OrderBy(e => e.Id).Take(NotedAtOnce).ToListAsync(ct);
            if (read.Count == 0) return;
            foreach (var passed in read) (passed.WorkedAt, passed.Error) = (_clock.GetUtcNow().UtcDateTime, null);
            await lease.SaveAsync(_db, ct);
            _db.ChangeTracker.Clear();
        }
    }

    /// <summary>The tickets whose events are due, longest waiting first. Only the events that were seen before the ticket is read are worked off by that.</summary>
    private async Task<List<TicketInNews>> DueAsync(CancellationToken ct)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        // A ticket that failed waits as a whole: a new event of it is no reason to hurry.
        var tickets = await _db.DeskEvents.Where(e => e.WorkedAt == null).GroupBy(e => new { e.Source, e.TicketExternalId })
            .Select(g => new { g.Key.Source, g.Key.TicketExternalId, First = g.Min(e => e.Id), DueAt = g.Max(e => e.DueAt) })
            .Where(t => t.DueAt <= now).OrderBy(t => t.First).Take(TicketsAtOnce).ToListAsync(ct);
        var due = new List<TicketInNews>();
        foreach (var ticket in tickets)
        {
            due.Add(new(ticket.Source, ticket.TicketExternalId, await _db.DeskEvents
                .Where(e => e.WorkedAt == null && e.Source == ticket.Source && e.TicketExternalId == ticket.TicketExternalId)
                .OrderBy(e => e.Id).Take(EventsOfATicket).ToListAsync(ct)));
        }

        return due;
    }

    /// <summary>Some tickets at a time: a webhook that arrives meanwhile waits for no long transaction.</summary>
    private async Task NoteAsync(List<TicketInNews> worked, LeaseHold lease, CancellationToken ct)
    {
        var noted = 0;
        foreach (var ticket in worked)
        {
            Note(ticket);
            if ((noted += ticket.Events.Count) < NotedAtOnce && ticket != worked[^1]) continue;
            await lease.SaveAsync(_db, ct);
            noted = 0;
        }

        _db.ChangeTracker.Clear();
    }

    private void Note(TicketInNews ticket)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var attempts = ticket.Events.Max(e => e.Attempts) + 1;
        foreach (var worked in ticket.Events)
        {
            worked.Error = ticket.Trouble;
            if (ticket.Trouble is null) (worked.WorkedAt, worked.Payload) = (now, null);
            else (worked.Attempts, worked.DueAt) = (attempts, now + WaitAfter(attempts));
        }
    }

    private static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, FirstWait.TotalSeconds * Math.Pow(2, Math.Min(attempts, 20) - 1)));
}

/// <summary>A ticket that events speak of.</summary>
/// <param name="Source">The kind of desk.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Events">What was told of it, in the order of arrival.</param>
internal sealed record TicketInNews(string Source, string ExternalId, IReadOnlyList<DeskEvent> Events)
{
    /// <summary>Why it could not be brought in, in a word; null when it could.</summary>
    public string? Trouble { get; set; }
}
