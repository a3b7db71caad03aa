using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Intercom;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>Brings one ticket to the state that its events speak of: Zendesk's is read through the API, Intercom's stands in what it sent.</summary>
internal sealed partial class BringInTicket(IServiceScopeFactory scopes, ILogger<BringInTicket> log)
{
    /// <returns>Why it could not be, in a word; null when it could. A ticket that is gone is done with.</returns>
    public async Task<string?> RunAsync(int tenantId, TicketInNews ticket, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();   // several tickets are under way at once
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        try
        {
            if (ticket.Source == TicketSource.Intercom)
            {
                await scope.ServiceProvider.GetRequiredService<TakeConversation>().RunAsync(tenantId, ticket.ExternalId, ticket.Events, ct);
                return null;
            }

            var outcome = await scope.ServiceProvider.GetRequiredService<IFetchTickets>().FetchAsync(tenantId, ticket.Source, ticket.ExternalId, FetchUrgency.Job, ct);
            return outcome is FetchOutcome.NotConnected ? nameof(FetchOutcome.NotConnected) : null;
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(thrown, ticket.Source, ticket.Events.Count);
            return thrown is ZendeskException refused ? refused.Kind.ToString() : thrown.GetType().Name;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A ticket of {Source} with {Count} webhook events could not be brought in; it is tried again")]
    private partial void LogFailed(Exception thrown, string source, int count);
}
