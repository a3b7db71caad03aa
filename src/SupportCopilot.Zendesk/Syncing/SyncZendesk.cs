using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Connections;
using SupportCopilot.Zendesk.HelpCenter;
using SupportCopilot.Zendesk.Macros;
using SupportCopilot.Zendesk.Mapping;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Brings a tenant up to what its Zendesk account says.</summary>
internal sealed class SyncZendesk(DeskConnections connections, ZendeskClients clients, KnownNames known, Leases leases, IServiceScopeFactory scopes, TimeProvider clock) : ISyncDesk
{
    private const string Demo = "demo";   // the source of made-up tickets
    private const string LegacyWayIn = "It is read by an API token, which Zendesk takes until 30 April 2027: set ClientId and ClientSecret of an OAuth client instead.";

    // Streams that are read side by side, group after group: who is who, then tickets, then what is told about them.
    private static readonly IDeskStream[][] Groups =
    [
        [new AgentStream()],
        [new EventStream(), new TicketStream()],
        [new MetricEventStream(), new RatingStream(), new SurveyStream()],
        [new OrganizationStream(), new PeopleStream()],
        [new ArticleStream(), new AllArticlesStream(), new MacroStream()],
    ];

    public async Task<DeskLink?> LinkAsync(int tenantId, CancellationToken ct) => await connections.OfAsync(tenantId, ct) is { Zendesk: { } desk }
        ? new DeskLink(TicketSource.Zendesk, desk.BaseUrl.Authority, desk.Login is ApiTokenLogin ? LegacyWayIn : null)
        : null;

    public async Task<SyncOutcome> RunAsync(int tenantId, SyncExtent extent, IProgress<SyncProgress>? progress, CancellationToken ct)
    {
        if (await clients.OfAsync(tenantId, ct) is not { } client) return new(SyncEnd.NotConnected, null, []);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        if (await ReasonToRefuseAsync(scope.ServiceProvider, tenantId, ct) is { } reason) return new(SyncEnd.Refused, reason, []);

        await using var hold = await leases.TryTakeAsync(SyncCursor.LeaseOf(tenantId), KeepHolding.Time, ct);
        if (hold is null) return new(SyncEnd.Busy, null, []);
        await using var holding = new KeepHolding(hold, ct);
        try
        {
            var run = new SyncRun(tenantId, client, known, scope.ServiceProvider, clock);
            return new(SyncEnd.Done, null, await ReadAsync(run, extent, hold, progress, holding.Token));
        }
        catch (OperationCanceledException) when (holding.Lost is not null)
        {
            throw holding.Lost;
        }
    }

    private async Task<IReadOnlyList<SyncedStream>> ReadAsync(SyncRun run, SyncExtent extent, LeaseHold hold, IProgress<SyncProgress>? progress, CancellationToken ct)
    {
        var book = new SyncBook(run.Services.GetRequiredService<SupportDbContext>(), clock);
        if (extent is SyncExtent.FromTheStart) await book.StartOverAsync(hold, ct);
        var told = await TellProgress.OfAsync(run, book, hold, progress, ct);
        var reading = new ReadStreams(run.Services.GetRequiredService<IDeskWriter>(), run.Services.GetRequiredService<IFetchTickets>(), book);

        var results = new List<SyncedStream>();
        foreach (var group in Groups)
        {
            var due = new List<IDeskStream>();
            foreach (var stream in group) if (extent is not SyncExtent.WhatIsDue || await book.IsDueAsync(stream, ct)) due.Add(stream);
            results.AddRange(await reading.RunAsync(due, run, hold, told.Page, ct));
        }

        return results;
    }

    /// <summary>Made-up tickets among real ones could not be told apart again.</summary>
    private static async Task<string?> ReasonToRefuseAsync(IServiceProvider services, int tenantId, CancellationToken ct)
    {
        var db = services.GetRequiredService<SupportDbContext>();
        if (!await db.Tickets.AnyAsync(t => t.Source == Demo, ct)) return null;
        var key = await db.Tenants.Where(t => t.Id == tenantId).Select(t => t.Key).SingleAsync(ct);
        return $"The tenant \"{key}\" holds the made-up tickets of the demo; real ones are not mixed with them. Connect the desk to another tenant, or start with an empty database.";
    }
}
