using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Mapping;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Fetching;

/// <summary>Reads one ticket with its thread, people and metrics from Zendesk, and keeps it as the sync would.</summary>
internal sealed class FetchFromZendesk(ZendeskClients clients, KnownNames known, IServiceScopeFactory scopes) : IFetchTickets
{
    /// <inheritdoc/>
    /// <exception cref="ZendeskException">The desk could not be read now.</exception>
    public async Task<FetchOutcome> FetchAsync(int tenantId, string source, string externalId, FetchUrgency urgency, CancellationToken ct)
    {
        if (source != TicketSource.Zendesk || await clients.OfAsync(tenantId, ct) is not { } client) return FetchOutcome.NotConnected;
        if (!long.TryParse(externalId, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)) return FetchOutcome.Gone;

        var lane = urgency is FetchUrgency.Person ? Lane.Person : Lane.Work;
        try
        {
            var page = await client.TicketAsync(id, lane, ct);
            var isDeleted = page.Ticket is not { } ticket || WireWords.Status(ticket.Status) == TicketStatus.Deleted;
            var thread = isDeleted ? default : await client.CommentsAsync(id, lane, ct);
            await KeepAsync(tenantId, Map(page, thread, await known.OfAsync(tenantId, client, lane, ct)), ct);
            return isDeleted ? FetchOutcome.Gone : FetchOutcome.Kept;
        }
        catch (ZendeskException gone) when (gone.Kind is ZendeskFailure.Gone)
        {
            await BuryAsync(tenantId, externalId, ct);
            return FetchOutcome.Gone;
        }
    }

    private static DeskPage Map(ZendeskTicketPage page, (IReadOnlyList<ZendeskComment> Comments, IReadOnlyList<ZendeskUser> Users) thread, DeskNames names)
    {
        if (page.Ticket is not { } ticket) return new DeskPage(TicketSource.Zendesk);
        var all = names.With([.. page.Users ?? [], .. thread.Users ?? []], page.Groups, page.Organizations, page.Brands);
        var comments = (thread.Comments ?? []).Select(c => MapComment.Run(c, all)).OfType<IncomingComment>().ToList();
        return MapTicket.Run(ticket, all, (page.MetricSets ?? []).FirstOrDefault(), comments) is { } state ? new DeskPage(TicketSource.Zendesk) { Tickets = [state] } : new DeskPage(TicketSource.Zendesk);
    }

    /// <summary>A ticket that nobody knew here needs no grave: anybody may ask for any number.</summary>
    private async Task BuryAsync(int tenantId, string externalId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        if (!await db.Tickets.AnyAsync(t => t.Source == TicketSource.Zendesk && t.ExternalId == externalId, ct)) return;
        await scope.ServiceProvider.GetRequiredService<IDeskWriter>().WriteAsync(tenantId, new DeskPage(TicketSource.Zendesk) { Deleted = [externalId] }, ct);
    }

    private async Task KeepAsync(int tenantId, DeskPage page, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDeskWriter>().WriteAsync(tenantId, page, ct);
    }
}
