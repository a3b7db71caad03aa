using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions;
using SupportCopilot.Storage;

namespace SupportCopilot.Teams.Cards;

/// <summary>Looks up what the tickets that an answer names are called at their desk. The answer holds none but those in its asker's sight.</summary>
internal sealed class NameTickets(SupportDbContext db, ITicketAddresses addresses)
{
    /// <summary>The same in a scope that works for nobody yet.</summary>
    public static Task<TicketNames> InAsync(IServiceProvider services, Answer answer, int tenantId, CancellationToken ct)
    {
        services.GetRequiredService<CurrentTenant>().Set(tenantId);
        return services.GetRequiredService<NameTickets>().OfAsync(answer, tenantId, ct);
    }

    public async Task<TicketNames> OfAsync(Answer answer, int tenantId, CancellationToken ct)
    {
        long[] ids = [.. (answer.Quotes ?? []).Concat((answer.Themes ?? []).SelectMany(theme => theme.Quotes)).Select(quote => quote.TicketId).Distinct()];
        if (ids.Length == 0) return TicketNames.None;

        var address = await addresses.OfAsync(tenantId, ct);
        var found = await db.Tickets.AsNoTracking().Where(ticket => ids.Contains(ticket.Id)).Select(ticket => new { ticket.Id, ticket.Source, ticket.ExternalId }).ToListAsync(ct);
        return new(found.ToDictionary(ticket => ticket.Id, ticket => new TicketName(ticket.ExternalId, address(ticket.Id, ticket.Source, ticket.ExternalId))));
    }
}
