using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Questions;
using SupportCopilot.Storage;

namespace SupportCopilot.Teams.Cards;

/// <summary>Looks up what the tickets that a card names are called at their desk. It names none but those in the sight of whom it is for.</summary>
internal sealed class NameTickets(SupportDbContext db, CurrentTenant tenant, ITicketAddresses addresses)
{
    /// <summary>The tickets that an answer quotes or lists.</summary>
    public Task<TicketNames> OfAsync(Answer answer, CancellationToken ct) =>
        OfAsync((answer.Quotes ?? []).Concat((answer.Themes ?? []).SelectMany(theme => theme.Quotes)).Select(quote => quote.TicketId).Concat((answer.Listed ?? []).Select(ticket => ticket.Id)), ct);

    /// <summary>The typical tickets of clusters.</summary>
    public Task<TicketNames> OfAsync(IEnumerable<ClusterDetail> clusters, CancellationToken ct) =>
        OfAsync(clusters.SelectMany(cluster => cluster.Examples).Select(ticket => ticket.Id), ct);

    /// <summary>The tickets that a post names, for somewhere that works for nobody yet.</summary>
    public static async Task<TicketNames> InAsync(IServiceScopeFactory scopes, int tenantId, Func<NameTickets, Task<TicketNames>> look)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        return await look(scope.ServiceProvider.GetRequiredService<NameTickets>());
    }

    private async Task<TicketNames> OfAsync(IEnumerable<long> tickets, CancellationToken ct)
    {
        long[] ids = [.. tickets.Distinct()];
        if (ids.Length == 0) return TicketNames.None;

        var address = await addresses.OfAsync(tenant.Id, ct);
        var found = await db.Tickets.AsNoTracking().Where(ticket => ids.Contains(ticket.Id)).Select(ticket => new { ticket.Id, ticket.Source, ticket.ExternalId }).ToListAsync(ct);
        return new(found.ToDictionary(ticket => ticket.Id, ticket => new TicketName(ticket.ExternalId, address(ticket.Id, ticket.Source, ticket.ExternalId))));
    }
}
