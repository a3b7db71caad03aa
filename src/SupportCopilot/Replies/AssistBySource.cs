using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Triage;

namespace SupportCopilot.Replies;

/// <summary>
/// Gathers what an agent sees beside a ticket of their desk. One that is not in their sight here is fetched first: it may be
/// newer than the last sync, or have come into their sight since. Whatever is not theirs to see ends as one that is not there.
/// </summary>
public sealed partial class AssistBySource(
    AssistAgent assist, IFetchTickets desk, TriageTicket triage, SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, ILogger<AssistBySource> log)
{
    // The sidebar gives up after twenty seconds, and gathering takes its time as well.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    /// <summary>Gathers it for the caller in scope.</summary>
    /// <param name="source">The kind of desk: one of <see cref="TicketSource"/>.</param>
    /// <param name="externalId">The ticket's id there.</param>
    /// <param name="ct">Cancels the gathering.</param>
    public async Task<AssistanceAtDesk> RunAsync(string source, string externalId, CancellationToken ct)
    {
        if (await assist.RunAsync(source, externalId, ct) is { } known) return new(known, DeskSilence.None);
        if (!TicketSource.IsDesk(source) || !IsNumber(externalId)) return new(null, DeskSilence.NoTicket);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        if (await FetchAsync(source, externalId, limit.Token, ct) is var silence and not DeskSilence.None) return new(null, silence);
        await TriageAsync(source, externalId, limit.Token, ct);
        return await assist.RunAsync(source, externalId, ct) is { } fetched ? new(fetched with { FetchedNow = true }, DeskSilence.None) : new(null, DeskSilence.NoTicket);
    }

    private static bool IsNumber(string externalId) => externalId.Length is > 0 and < 20 && externalId.All(char.IsAsciiDigit);

    private async Task<DeskSilence> FetchAsync(string source, string externalId, CancellationToken limit, CancellationToken ct)
    {
        try
        {
            return await desk.FetchAsync(tenant.Id, source, externalId, FetchUrgency.Person, limit) switch
            {
                FetchOutcome.Kept => DeskSilence.None,
                FetchOutcome.NotConnected => DeskSilence.NotConnected,
                _ => DeskSilence.NoTicket,
            };
        }
        catch (DeskException silent)
        {
            LogSilent(silent.Message);
            return DeskSilence.NoAnswer;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LogSilent("no answer in time");
            return DeskSilence.NoAnswer;
        }
    }

    /// <summary>What the job would do seconds later is done now; where it cannot be, the ticket still owes it, and the panel says so.</summary>
    private async Task TriageAsync(string source, string externalId, CancellationToken limit, CancellationToken ct)
    {
        var owing = await db.Tickets.AsNoTracking().VisibleTo(caller.Visibility)
            .Where(t => t.Source == source && t.ExternalId == externalId && (t.Owed & Owed.Triage) != Owed.Nothing).Select(t => (long?)t.Id).SingleOrDefaultAsync(ct);
        if (owing is not { } ticketId) return;
        try
        {
            await triage.RunAsync(ticketId, limit);
        }
        catch (DbUpdateConcurrencyException)   // the job, or a webhook, was at it at the same moment
        {
            db.ChangeTracker.Clear();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A ticket that somebody waits for could not be fetched: {Why}")]
    private partial void LogSilent(string why);
}

/// <summary>What an agent sees beside a ticket of their desk, or why there is nothing to see.</summary>
/// <param name="Assistance">What to show; null when there is nothing.</param>
/// <param name="Silence">Why there is nothing.</param>
public sealed record AssistanceAtDesk(Assistance? Assistance, DeskSilence Silence);

/// <summary>Why there is nothing to see of a ticket.</summary>
public enum DeskSilence
{
    /// <summary>There is.</summary>
    None,

    /// <summary>There is no such ticket, or none that the caller may see; which of the two is not told.</summary>
    NoTicket,

    /// <summary>No such desk is connected.</summary>
    NotConnected,

    /// <summary>The desk did not answer in time.</summary>
    NoAnswer,
}
